package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.Judgement;
import io.cradle.training.evaluation.Metric;
import io.cradle.training.evaluation.ModelResult;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A table of one measure: a row a model, a column a horizon.
 *
 * @param title its name, with its unit
 * @param better "higher is better" or "lower is better"
 * @param rows of those models that say something of it
 */
record MeasureView(String title, String better, List<Row> rows) {
    /** A model. */
    record Row(String name, String color, List<ModelView.Cell> cells) {}

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
                        Curves.color(models.indexOf(model)),
                        cells(model.curves().get(metric), ModelView.horizons(report))))
                .toList();
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        return new MeasureView(
                metric.title() + unit, metric.higherIsBetter() ? "higher is better" : "lower is better", rows);
    }

    private static List<ModelView.Cell> cells(List<Interval> curve, List<Integer> horizons) {
        return horizons.stream().map(h -> cell(curve.get(h - 1))).toList();
    }

    private static ModelView.Cell cell(Interval interval) {
        return new ModelView.Cell(Numbers.decimal(interval.mean(), 3), Numbers.range(interval, 3));
    }

    /**
     * What is known of a model beside its curves.
     *
     * @param name its name
     * @param color of its line
     * @param fitted what it is: digest or what it was fitted to
     * @param horizon when half of its predictions are lost
     * @param shuffled bits/frame more when told another step's action
     * @param calibration expected calibration error
     * @param frechet of sampled stretches, with what it comes to where nothing differs
     * @param precision and recall of sampled stretches
     * @param coverage of true stretches
     * @param arbiter its Fréchet distance, with cosine distance and how well actions can be read off
     */
    record Sheet(
            String name,
            String color,
            String fitted,
            String horizon,
            ModelView.Cell shuffled,
            String calibration,
            ModelView.Cell frechet,
            String precision,
            String coverage,
            ModelView.Cell arbiter) {
        private static final ModelView.Cell NOTHING = new ModelView.Cell("\u2013", "");

        static List<Sheet> of(EvaluationReport report) {
            List<ModelResult> models = report.models();
            return models.stream()
                    .map(model -> new Sheet(
                            model.model(),
                            Curves.color(models.indexOf(model)),
                            shortened(report.subject().models().getOrDefault(model.model(), "")),
                            text(model.horizon()),
                            model.shuffledActions().map(ModelView.Cell::signed).orElse(NOTHING),
                            model.calibration()
                                    .map(error -> Numbers.decimal(error, 4))
                                    .orElse("\u2013"),
                            model.likeness()
                                    .map(like -> new ModelView.Cell(
                                            Numbers.decimal(like.frechet(), 2),
                                            "none " + Numbers.decimal(like.none(), 2)))
                                    .orElse(NOTHING),
                            model.likeness()
                                    .map(like -> Numbers.decimal(like.manifold().precision(), 2) + " / "
                                            + Numbers.decimal(like.manifold().recall(), 2))
                                    .orElse("\u2013"),
                            model.likeness()
                                    .map(like -> Numbers.decimal(like.manifold().coverage(), 2))
                                    .orElse("\u2013"),
                            model.judgement().map(Sheet::cell).orElse(NOTHING)))
                    .toList();
        }

        private static ModelView.Cell cell(Judgement judgement) {
            return new ModelView.Cell(
                    Numbers.decimal(judgement.likeness().frechet(), 2),
                    "cos %s, actions %s (true %s)"
                            .formatted(
                                    Numbers.decimal(judgement.cosine(), 3),
                                    Numbers.decimal(judgement.actions(), 2),
                                    Numbers.decimal(judgement.trueActions(), 2)));
        }

        private static String shortened(String what) {
            return what.matches("[0-9a-f]{64}") ? "checkpoint " + what.substring(0, 12) : what;
        }

        private static String text(ModelResult.Horizon horizon) {
            Optional<Integer> median = horizon.median();
            return median.map(steps -> steps + " steps")
                    .orElse("not reached: %s of %s lost"
                            .formatted(Numbers.count(horizon.lost()), Numbers.count(horizon.predictions())));
        }
    }
}
