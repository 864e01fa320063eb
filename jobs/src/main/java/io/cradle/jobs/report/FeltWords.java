package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.Metric;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.model.CopyLast;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a run of proprio alone comes to, in words: where there are no frames, errors of proprio stand in the place of bits and overlap. */
final class FeltWords {
    private static final int HORIZON = 10;
    private static final int DIGITS = 4;

    private FeltWords() {}

    /** Error one step ahead and open loop, of the judged model beside copy-last's. */
    static List<Figure> figures(EvaluationReport report) {
        List<Interval> curve = curve(report, report.model());
        int horizon = Math.min(HORIZON, curve.size());
        Figure step = new Figure(
                "Error of proprio, one step ahead",
                error(report, report.model()),
                "copy-last %s \u00b7 difference %s, deviations of TRAIN"
                        .formatted(error(report, CopyLast.NAME), difference(report)));
        if (horizon == 0) {
            return List.of(step);
        }
        return List.of(
                step,
                new Figure(
                        "Error of proprio at horizon %d, open loop".formatted(horizon),
                        Numbers.decimal(curve.get(horizon - 1).mean(), DIGITS),
                        "copy-last %s, deviations of TRAIN"
                                .formatted(Numbers.decimal(
                                        curve(report, CopyLast.NAME)
                                                .get(horizon - 1)
                                                .mean(),
                                        DIGITS))));
    }

    /** Whether that is better than doing nothing, and who is better still. */
    static String lead(EvaluationReport report) {
        String measured = "One step ahead its proprio is off by %s deviations of TRAIN where copy-last's is by %s"
                .formatted(error(report, report.model()), error(report, CopyLast.NAME));
        if (report.beatsCopyLast()) {
            return measured + "; the whole interval of the paired difference lies on the right side." + better(report);
        }
        return report.episodes() < EvaluationReport.FEWEST_EPISODES
                ? "%s; %d episodes are too few for a claim: at least %d are needed."
                        .formatted(measured, report.episodes(), EvaluationReport.FEWEST_EPISODES)
                : measured
                        + "; the interval of the paired difference does not lie below zero. Nothing below is evidence of a world model.";
    }

    private static String better(EvaluationReport report) {
        String names = felt(report, report.model()).stream()
                .flatMap(felt -> felt.beyond().entrySet().stream())
                .filter(beyond -> beyond.getValue().liesAboveZero())
                .map(beyond -> beyond.getKey())
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " Less is still off: %s.".formatted(names);
    }

    /** On whom it was measured. */
    static String footnote(EvaluationReport report) {
        return "There are no frames: what models say is proprio alone. Selection: %s. Checkpoint: %s."
                .formatted(report.subject().selection(), report.subject().checkpoint());
    }

    /** Limits for a card. */
    static String limits(EvaluationReport report, ModelResult result) {
        return result.felt()
                .flatMap(ModelResult.Felt::shuffledActions)
                .map(more -> "- Told other actions it is off by %s deviations of TRAIN more %s: %s.\n"
                        .formatted(
                                Numbers.decimal(more.mean(), DIGITS),
                                Markdown.escape(Numbers.range(more, DIGITS)),
                                more.liesAboveZero() ? "it listens to them" : "it isn't shown to listen to them"))
                .orElse("");
    }

    private static String difference(EvaluationReport report) {
        return felt(report, report.model())
                .map(felt -> felt.beyond().get(CopyLast.NAME))
                .map(beyond -> Numbers.signed(beyond.mean(), DIGITS) + " " + Numbers.range(beyond, DIGITS))
                .orElse("\u2013");
    }

    private static String error(EvaluationReport report, String model) {
        return felt(report, model)
                .map(felt -> Numbers.decimal(felt.error().mean(), DIGITS))
                .orElse("\u2013");
    }

    private static Optional<ModelResult.Felt> felt(EvaluationReport report, String model) {
        return report.result(model).felt();
    }

    private static List<Interval> curve(EvaluationReport report, String model) {
        return report.result(model).curves().getOrDefault(Metric.PROPRIO, List.of());
    }
}
