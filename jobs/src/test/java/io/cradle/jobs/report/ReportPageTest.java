package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.evaluation.Comparison;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.oracle.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    /** Copy-last under another name: by construction not better than itself. */
    private record Parrot(CopyLast copy) implements NextFrameModel {
        @Override
        public String name() {
            return "parrot";
        }

        @Override
        public int frames() {
            return 1;
        }

        @Override
        public float[][] ink(float[][] past, float[][] action) {
            return copy.ink(past, action);
        }
    }

    @Test
    void theFirstLineSaysThatTheModelBeatsCopyLast() {
        String html = ReportPage.render(Samples.report("Bounce"));

        assertThat(html)
                .contains("<title>Bounce: The model beats copy-last</title>")
                .contains("<h1 class=\"good\">The model beats copy-last</h1>");
    }

    @Test
    void theFirstLineSaysInRedThatItDoesNot() {
        String html = ReportPage.render(Samples.report("Bounce", new Parrot(new CopyLast(0.3, 0.1)), 8));

        assertThat(html)
                .contains("<h1 class=\"bad\">The model is not shown to beat copy-last</h1>")
                .contains("Nothing below is evidence of a world model");
    }

    @Test
    void tooFewEpisodesAreNamedAsTheReason() {
        String html = ReportPage.render(Samples.report("Bounce", new ConstantVelocity(), 5));

        assertThat(html)
                .contains("5 episodes are too few for a claim: at least 6 are needed")
                .contains("The model is not shown to beat copy-last (5 of the 6 episodes that it takes)")
                .doesNotContain("What hidden states tell");
    }

    private static String compared(Comparison... comparisons) {
        return compared(Samples.report("Bounce").evaluation().models(), comparisons);
    }

    private static String compared(List<ModelResult> models, Comparison... comparisons) {
        ReportInput full = Samples.report("Bounce");
        EvaluationReport of = full.evaluation();
        EvaluationReport report = new EvaluationReport(
                of.model(),
                true,
                of.subject(),
                of.config(),
                of.episodes(),
                0,
                of.frames(),
                of.takes(),
                of.pixels(),
                models,
                List.of(comparisons),
                Optional.empty(),
                List.of(),
                Map.of());
        return ReportPage.render(
                new ReportInput("Bounce", report, List.of(), List.of(), full.dataset(), Map.of(), full.lineage()));
    }

    private static Comparison comparison(String baseline, double bits, double iou) {
        Interval overlap = new Interval(iou, iou, iou);
        return new Comparison(baseline, new Interval(bits, bits, bits), Collections.nCopies(20, overlap));
    }

    private static Interval interval(double mean) {
        return new Interval(mean, mean - 0.5, mean + 0.5);
    }

    private static ModelResult bound(ModelResult of) {
        return new ModelResult(
                of.model(),
                Likelihood.UPPER,
                of.bitsPerFrame(),
                of.bitsPerPixel(),
                of.iou(),
                of.clampedPixels(),
                of.bothEmptyFrames(),
                of.curves(),
                of.means(),
                of.shuffledActions(),
                of.horizon(),
                of.beyond(),
                of.calibration(),
                of.proprio(),
                Optional.of(new ModelResult.Latent(interval(7.25), interval(6.5), interval(1.125))),
                of.likeness(),
                of.judgement(),
                of.felt());
    }

    @Test
    void boundsAreMarkedAndProveOneWayOnly() {
        List<ModelResult> models =
                new ArrayList<>(Samples.report("Bounce").evaluation().models());
        models.set(0, bound(models.get(0)));
        String bits = Numbers.decimal(models.get(0).bitsPerFrame().mean());

        assertThat(compared(models, comparison("copy-last", -5, 0.2), comparison("marginal", 2, 0.4)))
                .contains("<h1 class=\"good\">", "\u2264 " + bits, "It needs at most " + bits + " bits")
                .contains("Its bits are a bound, which proves nothing against: marginal.")
                .contains("What hidden states tell", "\u2264 7.25", "\u2264 6.50", "1.13")
                .doesNotContain("Fewer bits still need", "Likelihoods are exact");
    }

    @Test
    void aGreenHeadlineNamesWhoIsBetterAndWhereItIsWorse() {
        String rules = "Fewer bits still need: ";
        String overlaps = "Open loop it overlaps less than copy-last at some horizon.";

        assertThat(compared(comparison("copy-last", -5, 0.2), comparison("marginal", -9, 0.4)))
                .contains("<h1 class=\"good\">")
                .doesNotContain(rules, overlaps);
        assertThat(compared(comparison("copy-last", -5, -0.2), comparison("marginal", 2, 0.4)))
                .contains("<h1 class=\"good\">", rules + "marginal.", overlaps);
    }

    private static OracleView oracle(Map<String, Interval> explained) {
        return OracleView.of(
                Samples.report("Bounce").evaluation(),
                new OracleResult(
                        new Verdict(0.5, 0.001, 900, 8),
                        1024,
                        3,
                        explained,
                        new ModelResult.Horizon(Optional.empty(), 8, 0)));
    }

    @Test
    void aFilterThatIsNoBetterThanCopyLastIsNoOracle() {
        assertThat(oracle(Map.of()).verdict()).startsWith("No oracle, for it does not surely better than copy-last");
        assertThat(oracle(Map.of()).isOracle()).isFalse();
        assertThat(oracle(Map.of("dense", new Interval(0.5, 0.4, 0.6))).verdict())
                .startsWith("An oracle: ");
    }

    @Test
    void strangersTextIsEscaped() {
        String html = ReportPage.render(Samples.report("<script>alert(1)</script>"));

        assertThat(html).contains("&lt;script&gt;alert(1)&lt;/script&gt;").doesNotContain("<script>alert");
    }

    @Test
    void aScriptElementCannotBeEndedFromWithinTheCharts() {
        Chart chart = new Chart(
                "a",
                "</script><b>",
                "y",
                false,
                List.of(),
                1,
                List.of(1.0),
                List.of(Chart.Line.plain("x", "--c0", List.of(1.0))));

        assertThat(Assets.of(List.of(chart)).charts())
                .contains("\\u003c/script>")
                .doesNotContain("<");
    }

    @Test
    void nothingIsLoadedFromElsewhere() {
        String html = ReportPage.render(Samples.report("Bounce"));

        assertThat(html)
                .contains("default-src 'none'")
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http")
                .doesNotContain("@import")
                .doesNotContain("url(");
    }

    @Test
    void everyFactOfTheRunIsThere() {
        ReportInput input = Samples.report("Bounce");
        String html = ReportPage.render(input);

        assertThat(html)
                .contains(input.dataset().contentHash())
                .contains("cradle generate --world Bounce --episodes 2000 --seed 7")
                .contains("runs/quickstart/selection@0")
                .contains("learningRate: 0.002")
                .contains("duplicate")
                .contains("best".replace('b', 'B'), "Median", "Worst");
    }

    @Test
    void aReportWithoutTrainingCurationFilmsOrLineageHasNoEmptySections() {
        ReportInput full = Samples.report("Bounce");
        String html = ReportPage.render(new ReportInput(
                "Bounce", full.evaluation(), List.of(), List.of(), full.dataset(), Map.of(), List.of()));

        assertThat(html)
                .doesNotContain("Who trained")
                .doesNotContain("id=\"curation\"")
                .doesNotContain("Frame by frame")
                .doesNotContain("id=\"lineage\"")
                .doesNotContain("chart-loss");
    }

    @Test
    void headlinesAreReadyForATerminal() {
        List<Figure> figures = Headlines.of(Samples.report("Bounce").evaluation());

        assertThat(figures).hasSize(3);
        assertThat(figures.get(0).line())
                .matches(
                        "Bits per frame, one step ahead: [0-9.]+ \\(copy-last [0-9.]+ \\| difference -[0-9.]+ \\[-[0-9.]+, -[0-9.]+]\\)");
        assertThat(figures.get(1).label()).isEqualTo("IoU at horizon 10, open loop");
        assertThat(figures.get(2).line()).isEqualTo("Frames predicted: 1 128 (24 TEST episodes | 48 open-loop takes)");
    }
}
