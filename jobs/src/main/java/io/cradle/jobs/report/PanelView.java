package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.Panel;
import java.util.List;

/**
 * A table of models on another kind of episodes.
 *
 * @param title what kind
 * @param note of which table, how many
 * @param rows a row a model
 */
record PanelView(String title, String note, List<Row> rows) {
    /** A model, with its bits where it was measured first beside those here. */
    record Row(
            String name,
            String color,
            boolean loses,
            ModelView.Cell before,
            ModelView.Cell bits,
            List<ModelView.Cell> iou) {}

    static List<PanelView> of(EvaluationReport report) {
        return report.panels().stream().map(panel -> of(panel, report)).toList();
    }

    /** Bits/frame; where there are no frames the error of proprio. */
    private static ModelView.Cell cell(EvaluationReport report, ModelResult model) {
        return report.framed() ? ModelView.Cell.bits(model) : FeltView.error(model);
    }

    private static PanelView of(Panel panel, EvaluationReport report) {
        List<ModelResult> models = panel.models();
        List<Row> rows = models.stream()
                .map(model -> new Row(
                        model.model(),
                        Curves.color(report, model.model()),
                        report.framed()
                                ? model.losesToCopyLast(panel.episodes())
                                : model.feelsWorseThanCopyLast(panel.episodes()),
                        cell(report, report.result(model.model())),
                        cell(report, model),
                        ModelView.horizons(report).stream()
                                .map(h -> ModelView.Cell.of(model.iou().get(h - 1)))
                                .toList()))
                .toList();
        return new PanelView(
                String.join(", ", panel.worlds()),
                "%s %s episodes of %s%s"
                        .formatted(
                                Numbers.count(panel.episodes()),
                                report.subject().split(),
                                panel.table(),
                                panel.episodes() < EvaluationReport.FEWEST_EPISODES ? "; too few for a claim" : ""),
                rows);
    }
}
