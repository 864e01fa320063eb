package io.cradle.jobs.report;

import io.cradle.training.evaluation.Comparison;
import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.model.CopyLast;
import java.util.List;
import java.util.stream.Stream;

/** What a run comes to, in one sentence and three figures: the same in the report and on the terminal. */
public final class Headlines {
    private static final int HORIZON = 10;

    private Headlines() {}

    /** Whether the model is better than doing nothing. */
    public static String verdict(EvaluationReport report) {
        if (report.beatsCopyLast()) {
            return "The model beats copy-last";
        }
        return "The model is not shown to beat copy-last"
                + (report.episodes() < EvaluationReport.FEWEST_EPISODES
                        ? " (%d of the %d episodes that it takes)"
                                .formatted(report.episodes(), EvaluationReport.FEWEST_EPISODES)
                        : "");
    }

    /** Bits/frame, IoU at horizon 10 (or the last there is), frames predicted; errors of proprio where there are no frames. */
    public static List<Figure> of(EvaluationReport report) {
        return report.framed()
                ? List.of(bits(report), overlap(report), predicted(report))
                : Stream.concat(FeltWords.figures(report).stream(), Stream.of(predicted(report)))
                        .toList();
    }

    private static Figure bits(EvaluationReport report) {
        Interval model = report.result(report.model()).bitsPerFrame();
        Interval copy = report.result(CopyLast.NAME).bitsPerFrame();
        Interval difference = report.against(CopyLast.NAME).bitsPerFrame();
        return new Figure(
                "Bits per frame, one step ahead",
                Bound.sign(Bound.kind(report, report.model())) + Numbers.decimal(model.mean()),
                beside(Numbers.decimal(copy.mean()), Bound.difference(report, CopyLast.NAME), difference));
    }

    private static Figure overlap(EvaluationReport report) {
        Comparison against = report.against(CopyLast.NAME);
        int horizon = Math.min(HORIZON, against.iou().size());
        Interval difference = against.iou().get(horizon - 1);
        return new Figure(
                "IoU at horizon %d, open loop".formatted(horizon),
                iou(report, report.model(), horizon),
                beside(iou(report, CopyLast.NAME, horizon), "", difference));
    }

    private static String beside(String copyLast, String sign, Interval difference) {
        return Numbers.together("copy-last " + copyLast)
                + " \u00b7 "
                + Numbers.together("difference %s%s %s"
                        .formatted(sign, Numbers.signed(difference.mean(), 2), Numbers.range(difference, 2)));
    }

    private static String iou(EvaluationReport report, String model, int horizon) {
        return Numbers.decimal(report.result(model).iou().get(horizon - 1).mean(), 2);
    }

    private static Figure predicted(EvaluationReport report) {
        return new Figure(
                report.framed() ? "Frames predicted" : "Steps predicted",
                Numbers.count(report.frames()),
                "%s %s episodes%s \u00b7 %s open-loop takes"
                        .formatted(
                                Numbers.count(report.episodes()),
                                report.subject().split(),
                                skipped(report),
                                Numbers.count(report.takes())));
    }

    private static String skipped(EvaluationReport report) {
        return report.skippedEpisodes() == 0 ? "" : ", %s too short".formatted(Numbers.count(report.skippedEpisodes()));
    }
}
