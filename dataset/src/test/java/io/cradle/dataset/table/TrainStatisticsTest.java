package io.cradle.dataset.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.statistics.ChannelSummary;
import io.cradle.dataset.statistics.StatisticsReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statistics of a table: of TRAIN alone, of each episode once, however the table is cut. */
class TrainStatisticsTest {
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);
    /** Few steps, so that the quantiles' sketch keeps every number. */
    private static final List<Episode> FEW = SyntheticEpisodes.some(41, 16);

    @TempDir
    Path folder;

    private EpisodeTable written(String name, List<Episode> episodes, int partitions) {
        EpisodeTable table =
                EpisodeTable.at(LocalSpark.session(), folder.resolve(name).toString());
        table.write(
                LocalSpark.parallel(episodes, partitions),
                SyntheticEpisodes.LAYOUT,
                WriteMode.CREATE,
                EpisodeTableTest.LINEAGE);
        return table;
    }

    private static StatisticsReport of(EpisodeTable table) {
        return table.statistics(Optional.empty());
    }

    private static Map<String, ChannelSummary> channels(StatisticsReport report) {
        Map<String, ChannelSummary> channels = new TreeMap<>();
        report.tensors().forEach(tensor -> tensor.channels()
                .forEach(channel -> channels.put(tensor.tensor() + "." + channel.name(), channel)));
        return channels;
    }

    private static List<Episode> only(List<Episode> episodes, Predicate<Split> which) {
        return episodes.stream()
                .filter(episode -> which.test(episode.provenance().split()))
                .toList();
    }

    @Test
    void onlyTrainCounts() {
        List<Episode> train = only(FEW, Split.TRAIN::equals);
        StatisticsReport report = of(written("few", FEW, 2));

        assertThat(train).hasSizeLessThan(FEW.size());
        assertThat(report.episodes()).isEqualTo(train.size());
        assertThat(report.steps()).isEqualTo((long) train.size() * SyntheticEpisodes.STEPS);
        ChannelSummary left = channels(report).get("action.left");
        assertThat(left.count() + left.nonFinite()).isEqualTo(report.steps());
    }

    @Test
    void extremesInTestChangeNotABit() {
        List<Episode> planted = Stream.concat(
                        only(FEW, Split.TRAIN::equals).stream(),
                        only(FEW, split -> split != Split.TRAIN).stream().map(TrainStatisticsTest::extreme))
                .toList();

        assertThat(of(written("planted", planted, 3))).isEqualTo(of(written("plain", FEW, 2)));
    }

    private static Episode extreme(Episode episode) {
        float[] huge = new float[2 * episode.steps()];
        Arrays.fill(huge, 3e38f);
        List<Tensor> tensors = new ArrayList<>(episode.tensors());
        tensors.set(1, Tensor.ofFloats(SyntheticEpisodes.ACTION, huge));
        return new Episode(episode.id(), tensors, episode.provenance());
    }

    /** More numbers than the sketch keeps: quantiles are held against exact ranks, the rest is equal to the last bit. */
    @Test
    void partitionsChangeNothingButQuantilesWithinTheirError() {
        List<Episode> many = IntStream.range(0, 60)
                .mapToObj(i -> SyntheticEpisodes.one(42, i, 100))
                .toList();
        double[] sorted = only(many, Split.TRAIN::equals).stream()
                .flatMapToDouble(episode -> IntStream.range(0, 100)
                        .mapToDouble(t -> episode.require("action").value(t, 0)))
                .sorted()
                .toArray();
        Map<String, ChannelSummary> one = channels(of(written("one", many, 1)));
        for (int partitions : new int[] {2, 7}) {
            StatisticsReport report = of(written("parts" + partitions, many, partitions));
            channels(report).forEach((name, channel) -> same(channel, one.get(name)));
            channels(report).get("action.left").known().quantiles().forEach((name, value) -> assertThat(
                            rank(sorted, value))
                    .as(name)
                    .isCloseTo(Integer.parseInt(name.substring(1)) / 100.0, within(2.5 * report.rankError())));
        }
    }

    private static void same(ChannelSummary one, ChannelSummary other) {
        assertThat(List.of(one.count(), one.nonFinite(), one.missing()))
                .isEqualTo(List.of(other.count(), other.nonFinite(), other.missing()));
        assertThat(List.of(one.known().mean(), one.known().std()))
                .isEqualTo(List.of(other.known().mean(), other.known().std()));
        assertThat(List.of(one.known().min(), one.known().max()))
                .isEqualTo(List.of(other.known().min(), other.known().max()));
    }

    private static double rank(double[] sorted, double value) {
        return (double) Arrays.binarySearch(sorted, value) / sorted.length;
    }

    @Test
    void anEpisodeThatStandsTwiceCountsOnce() {
        EpisodeTable table = written("twice", FEW, 2);
        StatisticsReport once = of(table);
        table.write(
                LocalSpark.parallel(FEW.subList(0, 9), 1),
                SyntheticEpisodes.LAYOUT,
                WriteMode.APPEND,
                EpisodeTableTest.LINEAGE);

        assertThat(table.ids().count()).isEqualTo(FEW.size());
        assertThat(of(table)).isEqualTo(once);
    }

    @Test
    void aSelectionIsTakenAnewOfWhatItKeeps() {
        List<Episode> train = only(FEW, Split.TRAIN::equals);
        EpisodeTable table = written("whole", FEW, 2);
        SelectionTable selection = selection(table, train.get(0).id());
        StatisticsReport kept = table.statistics(Optional.of(selection));

        assertThat(kept.episodes()).isEqualTo(train.size() - 1L);
        assertThat(kept).isEqualTo(of(written("rest", train.subList(1, train.size()), 1)));
    }

    private SelectionTable selection(EpisodeTable table, String dropped) {
        JavaRDD<Judged> judged = JavaSparkContext.fromSparkContext(
                        LocalSpark.session().sparkContext())
                .parallelize(FEW, 2)
                .map(episode -> Judged.of(
                        candidate(episode),
                        episode.id().equals(dropped) ? new Verdict.Drop("frozen") : new Verdict.Keep()));
        SelectionTable selection = SelectionTable.at(
                LocalSpark.session(), folder.resolve("selection").toString());
        selection.write(judged, SCORING, table.reference(), WriteMode.CREATE, EpisodeTableTest.LINEAGE);
        return selection;
    }

    private static Candidate candidate(Episode episode) {
        Provenance from = episode.provenance();
        return new Candidate(
                episode.id(),
                from.split(),
                from.world(),
                from.source(),
                from.policy(),
                List.of(ContentHash.of(episode.tensors())),
                1,
                Scorer.score(episode, SCORING),
                Sketch.of(episode, SCORING));
    }

    @Test
    void aSelectionIsDescribedByReasonSplitAndStratum() {
        EpisodeTable table = written("described", FEW, 2);
        Episode dropped = only(FEW, Split.TRAIN::equals).get(0);
        SelectionFacts facts = selection(table, dropped.id()).describe();

        assertThat(facts.parent()).isEqualTo(table.reference());
        assertThat(List.of(facts.episodes(), facts.kept())).containsExactly(16L, 15L);
        assertThat(facts.reasons()).isEqualTo(Map.of("frozen", 1L));
        int train = only(FEW, Split.TRAIN::equals).size();
        assertThat(facts.splits().get(Split.TRAIN)).isEqualTo(new SelectionFacts.Part(train, train - 1, train - 1));
        assertThat(facts.strata()).isEqualTo(Map.of("", new SelectionFacts.Part(16, 15, 15)));
        assertThat(facts.trainWeights()).isEqualTo(new WeightFacts(train - 1, train - 1, train - 1, 1, 1));
        assertThat(facts.trainWeights().effectiveEpisodes()).isEqualTo(train - 1);
        assertThat(facts.history()).hasSize(1);
    }

    @Test
    void withoutTrainThereAreNoFigures() {
        StatisticsReport none = of(written("test", only(FEW, Split.TEST::equals), 1));

        assertThat(none.episodes()).isZero();
        assertThat(channels(none).values())
                .allMatch(channel -> channel.figures().isEmpty());
    }
}
