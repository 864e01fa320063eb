package io.cradle.jobs.report;

import io.cradle.training.evaluation.Comparison;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Likelihood;
import io.cradle.training.spark.RoundLog;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The report of a run: one self-contained HTML file. Its first line says whether the model is better than doing
 * nothing.
 */
public final class ReportPage {
    private ReportPage() {}

    /** The page, HTML, UTF-8. */
    public static String render(ReportInput input) {
        EvaluationReport report = input.evaluation();
        List<Chart> charts = new ArrayList<>();
        charts.add(Curves.horizon(report));
        List<TrainingView> training = input.rounds().isEmpty() ? List.of() : List.of(TrainingView.of(input.rounds()));
        if (!training.isEmpty()) {
            charts.add(Curves.loss(input.rounds(), report));
            charts.addAll(training.get(0).charts());
        }
        return Assets.fill("report", view(input, report, training, Assets.of(charts)));
    }

    private static View view(ReportInput input, EvaluationReport report, List<TrainingView> training, Assets page) {
        return new View(
                page,
                "%s: %s".formatted(input.world(), Headlines.verdict(report)),
                input.world(),
                report.model(),
                report.subject().split().toString(),
                report.beatsCopyLast() ? "good" : "bad",
                Headlines.verdict(report),
                lead(report),
                Headlines.of(report),
                report.config().prompt(),
                !input.reels().isEmpty(),
                input.reels().stream().map(FilmView::of).toList(),
                !input.rounds().isEmpty(),
                roundsNote(input.rounds()),
                horizons(report),
                report.framed(),
                report.framed() ? "bits/frame" : "error of proprio",
                !FeltView.of(report).isEmpty(),
                FeltView.of(report),
                FeltView.channels(report),
                report.config().horizon(),
                report.framed() ? ModelView.of(report) : List.of(),
                SheetView.of(report),
                arbiters(report),
                !LatentView.of(report).isEmpty(),
                LatentView.of(report),
                MeasureView.of(report),
                !report.panels().isEmpty(),
                PanelView.of(report),
                report.oracle().isPresent(),
                report.oracle().map(oracle -> OracleView.of(report, oracle)).stream()
                        .toList(),
                report.framed() ? footnote(report) : FeltWords.footnote(report),
                Fact.of(input.dataset()),
                !input.verdicts().isEmpty(),
                Bar.of(input.verdicts()),
                training,
                !input.lineage().isEmpty(),
                LineageView.of(input.lineage()));
    }

    private static String lead(EvaluationReport report) {
        return report.framed() ? seen(report) : FeltWords.lead(report);
    }

    private static String seen(EvaluationReport report) {
        Interval difference = report.against(CopyLast.NAME).bitsPerFrame();
        String measured = "It needs %s%s bits to encode a frame where copy-last needs %s"
                .formatted(
                        Bound.kind(report, report.model()) == Likelihood.UPPER ? "at most " : "",
                        Numbers.decimal(
                                report.result(report.model()).bitsPerFrame().mean()),
                        Numbers.decimal(
                                report.result(CopyLast.NAME).bitsPerFrame().mean()));
        if (report.beatsCopyLast()) {
            return measured + "; the whole interval of the paired difference lies on the right side."
                    + reservations(report);
        }
        if (difference.liesBelowZero()) {
            return "%s, but %d episodes are too few for a claim: at least %d are needed."
                    .formatted(measured, report.episodes(), EvaluationReport.FEWEST_EPISODES);
        }
        return measured
                + "; the interval of the paired difference does not lie below zero. Nothing below is evidence of a world model.";
    }

    /** What a green headline must not hide. */
    private static String reservations(EvaluationReport report) {
        String better = report.comparisons().stream()
                .filter(comparison -> comparison.bitsPerFrame().liesAboveZero())
                .map(Comparison::baseline)
                .collect(Collectors.joining(", "));
        List<Interval> overlap = report.against(CopyLast.NAME).iou();
        boolean worse = overlap.stream().anyMatch(difference -> difference.liesBelowZero());
        String still = Bound.kind(report, report.model()) == Likelihood.EXACT
                ? " Fewer bits still need: %s."
                : " Its bits are a bound, which proves nothing against: %s.";
        return (better.isEmpty() ? "" : still.formatted(better))
                + (worse ? " Open loop it overlaps less than copy-last at some horizon." : "");
    }

    private static String roundsNote(List<RoundLog> rounds) {
        double seconds = rounds.stream().mapToDouble(RoundLog::seconds).sum();
        return "%s rounds of parameter averaging in %s s."
                .formatted(Numbers.count(rounds.size()), Numbers.decimal(seconds));
    }

    private static List<Integer> horizons(EvaluationReport report) {
        return ModelView.horizons(report.config().horizon());
    }

    /** The first letters of the arbiter's SHA-256, which is part of the measure's name; empty where none was asked. */
    private static List<String> arbiters(EvaluationReport report) {
        return report.models().stream()
                .flatMap(model -> model.judgement().stream())
                .map(judgement -> judgement.arbiter().substring(0, 8))
                .distinct()
                .toList();
    }

    /** A bound proves one way only. */
    private static String kinds(EvaluationReport report) {
        String inexact = report.models().stream()
                .filter(model -> model.likelihood() != Likelihood.EXACT)
                .map(ModelResult::model)
                .collect(Collectors.joining(", "));
        return inexact.isEmpty()
                ? "Likelihoods are exact."
                : "Bits after \u2264 are a bound (%s; all others are exact): a bound below exact bits proves a model better, one above proves nothing, and two bounds say nothing of each other."
                        .formatted(inexact);
    }

    private static String footnote(EvaluationReport report) {
        ModelResult judged = report.result(report.model());
        return "%s Of %s pixel probabilities of %s, %s were pulled off 0 or 1. Open loop, %s frames were empty and rightly so; they count as 1. Selection: %s. Checkpoint: %s."
                .formatted(
                        kinds(report),
                        Numbers.count(report.frames() * report.pixels()),
                        judged.model(),
                        Numbers.count(judged.clampedPixels()),
                        Numbers.count(judged.bothEmptyFrames()),
                        report.subject().selection(),
                        report.subject().checkpoint());
    }

    /** What {@code report.mustache} reads. */
    private record View(
            Assets page,
            String title,
            String world,
            String model,
            String split,
            String tone,
            String verdict,
            String lead,
            List<Figure> figures,
            int prompt,
            boolean hasFilms,
            List<FilmView> films,
            boolean hasRounds,
            String roundsNote,
            List<Integer> horizons,
            boolean framed,
            String measure,
            boolean hasFelt,
            List<FeltView> felt,
            List<String> feltChannels,
            int horizon,
            List<ModelView> models,
            List<SheetView> sheets,
            List<String> arbiters,
            boolean hasLatents,
            List<LatentView> latents,
            List<MeasureView> measures,
            boolean hasPanels,
            List<PanelView> panels,
            boolean asked,
            List<OracleView> oracle,
            String footnote,
            List<Fact> facts,
            boolean hasCuration,
            List<Bar> curation,
            List<TrainingView> training,
            boolean hasLineage,
            List<LineageView> lineage) {}
}
