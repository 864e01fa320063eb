package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.Metric;
import io.cradle.training.evaluation.ModelResult;
import java.util.Arrays;
import java.util.List;

/**
 * A table of one measure: a row a model, a column a horizon, and the mean of all horizons.
 *
 * @param title its name, with its unit
 * @param better "higher is better" or "lower is better"
 * @param rows of those models that say something of it
 */
record MeasureView(String title, String better, List<Row> rows) {
    /** A model. */
    record Row(String name, String color, List<ModelView.Cell> cells, ModelView.Cell mean) {}

    /** All measures that any model says something of. */
    static List<MeasureView> of(EvaluationReport report) {
        return Arrays.stream(Metric.values())
                .map(metric -> of(report, metric))
                .filter(view -> !view.rows().isEmpty())
                .toList();
    }

    private static MeasureView of(EvaluationReport report, Metric metric) {
        List<ModelResult> models = report.models();
        List<Row> rows = models.stream()
                .filter(model -> model.curves().containsKey(metric))
                .map(model -> new Row(
                        model.model(),
                        Curves.color(report, model.model()),
                        cells(
                                model.curves().get(metric),
                                ModelView.horizons(report.config().horizon()),
                                sign(model, metric)),
                        cell(model.means().get(metric), sign(model, metric))))
                .toList();
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        return new MeasureView(
                metric.title() + unit, metric.higherIsBetter() ? "higher is better" : "lower is better", rows);
    }

    private static String sign(ModelResult model, Metric metric) {
        return metric == Metric.BITS ? Bound.sign(model.likelihood()) : "";
    }

    private static List<ModelView.Cell> cells(List<Interval> curve, List<Integer> horizons, String sign) {
        return horizons.stream().map(h -> cell(curve.get(h - 1), sign)).toList();
    }

    private static ModelView.Cell cell(Interval interval, String sign) {
        return new ModelView.Cell(sign + Numbers.decimal(interval.mean(), 3), Numbers.range(interval, 3));
    }
}
