package io.cradle.jobs.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.dataset.table.TableSettings;
import io.cradle.training.evaluation.OneStep;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * Measures what {@code curation-study.sh} trained, on TEST of the pool. Writes {@code study.json} and {@code study.md}. Arguments: the directory, how
 * many seeds, then names of arms: the first is what the others are compared with, the second's selections say which strata TEST has.
 */
public final class CurationStudy {
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    private static final int AT_ONCE = 50;

    private final SparkSession spark;
    private final Path directory;
    private final int seeds;
    private final EpisodeTable pool;

    private CurationStudy(SparkSession spark, Path directory, int seeds) {
        this.spark = spark;
        this.directory = directory;
        this.seeds = seeds;
        this.pool = EpisodeTable.at(spark, directory.resolve("pool/table").toString());
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.sql.shuffle.partitions", "4");
        TableSettings.spark().forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        Path directory = Path.of(arguments[0]);
        List<String> arms = Arrays.asList(arguments).subList(2, arguments.length);
        Findings findings = new CurationStudy(spark, directory, Integer.parseInt(arguments[1])).findings(arms);
        spark.stop();
        Files.writeString(directory.resolve("study.md"), findings.text());
        JSON.writeValue(directory.resolve("study.json").toFile(), findings);
        System.out.print(findings.text());
    }

    private Findings findings(List<String> arms) {
        List<Glance> train = glances(Split.TRAIN);
        List<Findings.Chosen> chosen = new ArrayList<>();
        chosen.add(Findings.Chosen.of("all of TRAIN", List.of(train)));
        arms.forEach(arm -> chosen.add(Findings.Chosen.of(arm, kept(train, arm))));
        List<Episode> test = pool.episodes(Split.TEST).collect().stream()
                .sorted(Comparator.comparing(Episode::id))
                .toList();
        List<Recording> recordings = test.stream().map(Recording::of).toList();
        Map<String, List<WorldModel>> models = new LinkedHashMap<>();
        arms.forEach(arm -> models.put(arm, models(arm)));
        int first = models.get(arms.get(0)).get(0).needs();
        List<Subset> subsets = subsets(test, strata(arms.get(1)), first);
        Map<String, double[][][]> bits = new LinkedHashMap<>(); // [seeds][episodes][frames]
        models.forEach((arm, each) -> bits.put(arm, bits(each, recordings, first)));
        bits.put("copy-last", bits(List.of(copyLast()), recordings, first));
        return Findings.of(seeds, chosen, subsets, bits);
    }

    private List<List<Glance>> kept(List<Glance> train, String arm) {
        List<List<Glance>> kept = new ArrayList<>();
        for (int seed = 1; seed <= seeds; seed++) {
            Set<String> ids = selection(arm, seed).kept();
            kept.add(train.stream().filter(glance -> ids.contains(glance.id())).toList());
        }
        return kept;
    }

    private SelectionTable selection(String arm, int seed) {
        return SelectionTable.at(
                spark, directory.resolve("%s/%d/selection".formatted(arm, seed)).toString());
    }

    private Map<String, String> strata(String arm) {
        return selection(arm, 1).strata(Split.TEST);
    }

    private List<WorldModel> models(String arm) {
        return IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> Checkpoint.load(directory.resolve("%s/%d/checkpoint".formatted(arm, seed)))
                        .model())
                .toList();
    }

    private List<Glance> glances(Split split) {
        return pool.episodes(split).map(Glance::of).collect();
    }

    /** Fitted on all of TRAIN. */
    private WorldModel copyLast() {
        PixelCounts counts = pool.episodes(Split.TRAIN)
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .fold(PixelCounts.NONE, PixelCounts::merge);
        return new Windowed(counts.copyLast());
    }

    private static double[][][] bits(List<WorldModel> models, List<Recording> recordings, int first) {
        return models.parallelStream()
                .map(model -> bits(model, recordings, first))
                .toArray(double[][][]::new);
    }

    private static double[][] bits(WorldModel model, List<Recording> recordings, int first) {
        return IntStream.iterate(0, from -> from < recordings.size(), from -> from + AT_ONCE)
                .mapToObj(from -> recordings.subList(from, Math.min(recordings.size(), from + AT_ONCE)))
                .flatMap(part -> Arrays.stream(OneStep.bits(model, part, first)))
                .toArray(double[][]::new);
    }

    private static List<Subset> subsets(List<Episode> test, Map<String, String> strata, int first) {
        List<Glance> glances = test.stream().map(Glance::of).toList();
        Map<String, Long> sizes =
                strata.values().stream().collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        List<Subset> subsets = new ArrayList<>();
        subsets.add(Subset.of("natural", glances, first, (glance, t) -> true));
        subsets.add(subsets.get(0)
                .weighted("balanced", glances, id -> strata.containsKey(id) ? 1.0 / sizes.get(strata.get(id)) : 0));
        Map<String, BiPredicate<Glance, Integer>> parts = new LinkedHashMap<>();
        parts.put("rare", Glance::meets);
        parts.put("rare, in idle episodes", (glance, t) -> glance.idle() && glance.meets(t));
        parts.put("rare, in active episodes", (glance, t) -> !glance.idle() && glance.meets(t));
        parts.put("touching", (glance, t) -> glance.touching().get(t));
        parts.put("idle episodes", (glance, t) -> glance.idle());
        parts.put("active episodes", (glance, t) -> !glance.idle());
        parts.forEach((name, part) -> subsets.add(Subset.of(name, glances, first, part)));
        return subsets;
    }
}
