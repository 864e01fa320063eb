package io.cradle.jobs.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.balance.Cut;
import io.cradle.dataset.balance.Target;
import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.CurationReport;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.table.SelectionRows;
import io.cradle.jobs.LocalSession;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.ConfigurationLayers;
import io.cradle.jobs.configuration.CradleConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final CradleConfig DEFAULTS = new ConfigurationLayers(new ConfDirectory(Path.of("..", "conf")))
            .load()
            .values();
    private static final List<StageName> ALL = List.of(
            StageName.VALIDITY,
            StageName.FROZEN,
            StageName.MOTION,
            StageName.OUTLIERS,
            StageName.DUPLICATES,
            StageName.NEAR_DUPLICATES);
    private static final BalanceConfig BY_MOTION = new BalanceConfig(
            List.of(new Cut("world", null, null), new Cut("motion", null, 3)), Target.EQUAL, Map.of(), 300, 0, 4, 7);
    private static final BalanceConfig NONE = DEFAULTS.balance();
    private static final List<Candidate> CROWD = Crowd.of(1, 1200);

    private static CurationConfig stages(List<StageName> stages) {
        CurationConfig defaults = DEFAULTS.curate();
        return new CurationConfig(
                stages,
                defaults.scoring(),
                defaults.validity(),
                defaults.frozen(),
                defaults.motion(),
                defaults.contact(),
                defaults.idleTail(),
                defaults.coverage(),
                defaults.sensors(),
                defaults.timeGaps(),
                defaults.outliers(),
                defaults.surprise(),
                defaults.nearDuplicates());
    }

    private static Map<String, Row> decide(
            List<Candidate> candidates, int partitions, CurationConfig config, BalanceConfig balance) {
        SparkSession spark = LocalSession.spark();
        JavaRDD<Candidate> rows =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(candidates, partitions);
        try (Caches caches = new Caches()) {
            Dataset<Row> decided = new Decider(config, balance).decide(SelectionRows.undecided(spark, rows), caches);
            return decided.collectAsList().stream()
                    .collect(Collectors.toMap(row -> row.getAs(SelectionRows.EPISODE), row -> row));
        }
    }

    private static String reason(Row row) {
        return row.getAs(SelectionRows.REASON);
    }

    private static Set<String> ids(Map<String, Row> decided, String reason) {
        return decided.values().stream()
                .filter(row -> reason(row).equals(reason))
                .map(row -> row.<String>getAs(SelectionRows.EPISODE))
                .collect(Collectors.toSet());
    }

    @Test
    void partitionsAndOrderDecideNothing() {
        Map<String, Row> one = decide(CROWD, 1, stages(ALL), BY_MOTION);
        List<Candidate> reversed = new ArrayList<>(CROWD);
        Collections.reverse(reversed);
        assertThat(decide(reversed, 2, stages(ALL), BY_MOTION)).isEqualTo(one);
        assertThat(decide(CROWD, 7, stages(ALL), BY_MOTION)).isEqualTo(one);
        assertThat(one).hasSize(CROWD.size());
        assertThat(one.values().stream().map(DeciderTest::reason).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        "", "too short", "frozen", "outlier", "duplicate", "near duplicate", "stratum has enough");
    }

    @Test
    void ofEqualEpisodesOneStaysWhichIsNotTheOneInTrain() {
        Map<String, Row> decided = decide(CROWD, 3, stages(List.of(StageName.DUPLICATES)), NONE);
        Map<String, List<Candidate>> byDigest = CROWD.stream().collect(Collectors.groupingBy(Candidate::digest));
        Set<String> expected = new HashSet<>();
        byDigest.values().forEach(equal -> equal.stream()
                .sorted(Comparator.comparing(Candidate::split).reversed().thenComparing(Candidate::episode))
                .skip(1)
                .forEach(candidate -> expected.add(candidate.episode())));
        assertThat(expected).hasSizeGreaterThan(50);
        assertThat(ids(decided, "duplicate")).isEqualTo(expected);
        assertThat(ids(decided, "")).hasSize(byDigest.size());
    }

    @Test
    void nearDuplicatesAreFoundAndTheStrangersStay() {
        Map<String, Row> decided = decide(CROWD, 3, stages(List.of(StageName.NEAR_DUPLICATES)), NONE);
        Map<Long, Long> stayed = new HashMap<>();
        for (int index = 0; index < CROWD.size(); index++) {
            boolean stays = reason(decided.get(CROWD.get(index).episode())).isEmpty();
            stayed.merge(Crowd.family(index), stays ? 1L : 0L, Long::sum);
        }
        assertThat(stayed).hasSize(1080);
        assertThat(stayed.values()).allMatch(count -> count == 1);
        assertThat(ids(decided, "near duplicate")).hasSize(120);
    }

    @Test
    void whatIsFaultyTakesNobodyWithIt() {
        Candidate faulty = Crowd.candidate(1, Split.TEST, 4, "same", 1);
        Candidate sound = Crowd.candidate(2, Split.TRAIN, 50, "same", 1);
        Map<String, Row> decided =
                decide(List.of(faulty, sound), 2, stages(List.of(StageName.VALIDITY, StageName.DUPLICATES)), NONE);
        assertThat(reason(decided.get(faulty.episode()))).isEqualTo("too short");
        assertThat(reason(decided.get(sound.episode()))).isEmpty();
    }

    @Test
    void trainIsBalancedAndTheOthersAreLeftAsTheyAre() {
        Map<String, Row> decided = decide(CROWD, 3, stages(List.of()), BY_MOTION);
        double mass = 0;
        Map<String, Double> byStratum = new HashMap<>();
        for (Row row : decided.values()) {
            boolean keep = row.<Boolean>getAs(SelectionRows.KEEP);
            double weight = row.<Double>getAs(SelectionRows.WEIGHT);
            String stratum = row.getAs(SelectionRows.STRATUM);
            assertThat(stratum).startsWith("world=");
            if (!row.getAs(SelectionRows.SPLIT).equals("TRAIN")) {
                assertThat(keep).isTrue();
                assertThat(weight).isOne();
            } else if (keep) {
                mass += weight;
                byStratum.merge(stratum, weight, Double::sum);
            } else {
                assertThat(weight).isZero();
                assertThat(reason(row)).isEqualTo("stratum has enough");
            }
        }
        assertThat(mass).isCloseTo(300, within(1e-6));
        assertThat(byStratum).hasSize(6);
        assertThat(byStratum.values()).allSatisfy(each -> assertThat(each).isCloseTo(50, within(1e-6)));
    }

    @Test
    void withoutBalanceStrataAreEmptyAndWeightsOneOrNothing() {
        Map<String, Row> decided = decide(CROWD, 2, stages(List.of(StageName.VALIDITY)), NONE);
        assertThat(decided.values()).allSatisfy(row -> {
            assertThat(row.<String>getAs(SelectionRows.STRATUM)).isEmpty();
            assertThat(row.<Double>getAs(SelectionRows.WEIGHT))
                    .isEqualTo(row.<Boolean>getAs(SelectionRows.KEEP) ? 1 : 0);
        });
    }

    @Test
    void aReportCountsVerdicts() {
        SparkSession spark = LocalSession.spark();
        JavaRDD<Candidate> rows =
                JavaSparkContext.fromSparkContext(spark.sparkContext()).parallelize(CROWD, 3);
        try (Caches caches = new Caches()) {
            CurationReport report = Decider.report(new Decider(stages(List.of(StageName.VALIDITY)), NONE)
                    .decide(SelectionRows.undecided(spark, rows), caches));
            long tooShort = CROWD.stream()
                    .filter(candidate -> candidate.scores().require(Score.STEPS) < 10)
                    .count();
            assertThat(report.dropped()).isEqualTo(Map.of("too short", tooShort));
            assertThat(report.keptEpisodes()).isEqualTo(CROWD.size() - tooShort);
            assertThat(report.kept()).containsOnlyKeys(Split.values());
        }
    }

    @Test
    void aStageWithoutItsScoreIsRefused() {
        List<Candidate> plain = List.of(Crowd.candidate(1, Split.TRAIN, 50, "x", 1));
        assertThatThrownBy(() -> decide(plain, 2, stages(List.of(StageName.CONTACT)), NONE))
                .hasStackTraceContaining("episodes have no score 'contact'")
                .hasStackTraceContaining(
                        "generate with rollout.truth=[CONTACTS], or leave the stage out of curate.stages");
    }

    @Test
    void aShareOfAStratumWithoutMembersIsRefusedWithThoseThereAre() {
        BalanceConfig balance = new BalanceConfig(
                List.of(new Cut("world", null, null)), Target.EXPLICIT, Map.of("world=Ufo", 1.0), 0, 0, 10, 1);
        assertThatThrownBy(() -> decide(CROWD, 2, stages(List.of()), balance))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Cannot balance: balance.shares names the stratum 'world=Ufo', which has no episode; there are {world=World 0=");
    }

    @Test
    void nothingToTrainOnCannotBeBalanced() {
        List<Candidate> test = List.of(Crowd.candidate(1, Split.TEST, 50, "x", 1));
        assertThatThrownBy(() -> decide(test, 1, stages(List.of()), BY_MOTION))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot balance: no episode of TRAIN stays; loosen the stages of curate (without balance, 'cradle curate' says how many each of them drops), or make more episodes");
    }

    @Test
    void cachesAreGivenBack() {
        int before = LocalSession.spark().sparkContext().getPersistentRDDs().size();
        decide(CROWD, 2, stages(ALL), BY_MOTION);
        assertThat(LocalSession.spark().sparkContext().getPersistentRDDs().size())
                .isEqualTo(before);
    }
}
