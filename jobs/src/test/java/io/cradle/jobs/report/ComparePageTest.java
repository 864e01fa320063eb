package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.spark.RoundLog;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparePageTest {
    private static TrainingRun run(String name, double floor, int rounds, Map<String, String> settings) {
        return new TrainingRun(name, new TreeMap<>(settings), Trainings.rounds(rounds, floor, 0, 1));
    }

    private static final TrainingRun WORSE =
            run("worse", 12, 20, Map.of("train.seed", "1", "train.outer.method", "NONE"));
    private static final TrainingRun BETTER =
            run("better", 4, 10, Map.of("train.seed", "1", "train.outer.method", "DILOCO", "train.new", "x"));
    private static final TrainingRun OLD =
            new TrainingRun("old", List.of(Trainings.old(0, 50), Trainings.old(1, 40.25)));

    @Test
    void theTableHasTheBestFirstAndSettingsInWhichRunsDiffer() {
        RunTable table = RunTable.of(RunTable.sorted(List.of(OLD, WORSE, BETTER)));

        assertThat(table.settings()).containsExactly("train.new", "train.outer.method");
        assertThat(table.rows()).extracting(RunTable.Row::name).containsExactly("better", "worse", "old");
        assertThat(table.rows())
                .extracting(RunTable.Row::settings)
                .containsExactly(List.of("x", "DILOCO"), List.of("\u2013", "NONE"), List.of("\u2013", "\u2013"));
        double best = 4.6 + 52 * Math.exp(-10 / 4.5);
        assertThat(table.rows().get(0).figures())
                .startsWith(
                        Numbers.decimal(best, 3),
                        Numbers.decimal(best, 3),
                        Numbers.decimal(best - 0.6, 3),
                        "10",
                        "64\u202f000",
                        "21.0",
                        "3\u202f048")
                .endsWith("0.99");
        assertThat(table.rows().get(2).figures())
                .containsExactly(
                        "\u2013", "\u2013", "40.250", "2", "12\u202f800", "4.00", "3\u202f200", "\u2013", "\u2013");
    }

    @Test
    void bestAndLastOnValDifferWhereARunGetsWorse() {
        List<RoundLog> falling = Trainings.rounds(10, 9, 0, 1);
        TrainingRun run = new TrainingRun("a", List.of(falling.get(9), falling.get(4)));

        assertThat(run.bestValidation()).hasValue(falling.get(9).validation().after());
        assertThat(run.lastValidation()).hasValue(falling.get(4).validation().after());
    }

    @Test
    void eachLineHasAnXOfItsOwn() {
        Chart samples =
                ComparedCurves.validationByExamples(List.of(BETTER, WORSE)).orElseThrow();
        Chart seconds =
                ComparedCurves.validationBySeconds(List.of(BETTER, WORSE)).orElseThrow();

        assertThat(samples.x()).isEmpty();
        assertThat(samples.lines()).extracting(Chart.Line::label).containsExactly("better", "worse");
        assertThat(samples.lines())
                .extracting(Chart.Line::x)
                .containsExactly(List.of(32e3, 64e3), List.of(32e3, 64e3, 96e3, 128e3));
        assertThat(seconds.lines().get(0).x()).containsExactly(10.5, 21.0);
    }

    @Test
    void aRunWithoutALossOnValHasNoLineButKeepsItsColourForOthers() {
        List<TrainingRun> runs = List.of(BETTER, OLD, WORSE);

        Chart samples = ComparedCurves.validationByExamples(runs).orElseThrow();
        Chart losses = ComparedCurves.loss(runs).orElseThrow();

        assertThat(samples.lines()).extracting(Chart.Line::color).containsExactly("--c0", "--c2");
        assertThat(losses.lines()).extracting(Chart.Line::color).containsExactly("--c0", "--c1", "--c2");
        assertThat(ComparedCurves.validationBySeconds(List.of(OLD))).isEmpty();
    }

    @Test
    void longRunsAreThinnedAndKeepTheirLastRound() {
        TrainingRun run = run("long", 9, 1000, Map.of());

        Chart.Line line =
                ComparedCurves.loss(List.of(run)).orElseThrow().lines().get(0);

        assertThat(line.x()).hasSize(250).endsWith(6400e3).doesNotHaveDuplicates();
    }

    @Test
    void aRunThatDivergedDoesNotFlattenTheOthers() {
        List<TrainingRun> runs = List.of(
                run("a", 9, 60, Map.of()),
                run("b", 9.5, 60, Map.of()),
                new TrainingRun("diverged", List.of(Trainings.old(0, 60), Trainings.old(1, 1e6))));

        List<Double> range = ComparedCurves.loss(runs).orElseThrow().yRange();

        assertThat(range.get(0)).isBetween(8.0, 9.0);
        assertThat(range.get(1)).isBetween(12.0, 40.0);
    }

    @Test
    void fiftyRunsLookAllDifferent() {
        Set<String> looks = new HashSet<>();
        IntStream.range(0, 50).forEach(i -> looks.add(ComparedCurves.color(i) + " " + ComparedCurves.dash(i)));

        assertThat(looks).hasSize(50);
    }

    @Test
    void thePageHasTheNumbersAndEscapesStrangersText() {
        String html = ComparePage.render(
                List.of(BETTER, run("<script>alert(1)</script>", 12, 20, Map.of("train.outer.method", "<b>bold</b>"))));

        assertThat(html)
                .contains("<title>2 trainings</title>", "Least loss on VAL: better, 10.235 bits/frame.")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "&lt;b&gt;bold&lt;/b&gt;")
                .contains("id=\"chart-samples\"", "id=\"chart-seconds\"", "id=\"chart-losses\"")
                .doesNotContain("<script>alert", "<b>bold");
    }

    @Test
    void runsWithoutALossOnValOrWithoutARoundHaveNoEmptyCharts() {
        assertThat(ComparePage.render(List.of(OLD)))
                .contains("None of them measured its loss on VAL", "id=\"chart-losses\"")
                .doesNotContain("id=\"chart-samples\"", "id=\"chart-seconds\"");
        assertThat(ComparePage.render(List.of(new TrainingRun("begun", List.of()))))
                .contains("1 training<", "<td>", "begun")
                .doesNotContain("id=\"chart-losses\"");
    }

    @Test
    void theTextIsATableForATerminal() {
        assertThat(CompareText.of(List.of(WORSE, BETTER)).lines())
                .hasSize(3)
                .allMatch(line -> line.chars().allMatch(letter -> letter < 128))
                .satisfiesExactly(
                        line -> assertThat(line)
                                .matches("run +train.new +train.outer.method +best VAL +last VAL +last loss .*"),
                        line -> assertThat(line).matches("better +x +DILOCO +10.235 +10.235 +9.635 +10 +64 000 .*"),
                        line -> assertThat(line).matches("worse +- +NONE +13.211 .*"));
    }
}
