package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Judgement;
import io.cradle.training.evaluation.ModelResult;
import java.util.List;
import java.util.Optional;

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
record SheetView(
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

    static List<SheetView> of(EvaluationReport report) {
        List<ModelResult> models = report.models();
        return models.stream()
                .map(model -> new SheetView(
                        model.model(),
                        Curves.color(report, model.model()),
                        shortened(report.subject().models().getOrDefault(model.model(), "")),
                        text(model.horizon()),
                        model.shuffledActions().map(ModelView.Cell::signed).orElse(NOTHING),
                        model.calibration()
                                .map(error -> Numbers.decimal(error, 4))
                                .orElse("\u2013"),
                        model.likeness()
                                .map(like -> new ModelView.Cell(
                                        Numbers.decimal(like.frechet(), 2), "none " + Numbers.decimal(like.none(), 2)))
                                .orElse(NOTHING),
                        model.likeness()
                                .map(like -> Numbers.decimal(like.manifold().precision(), 2) + " / "
                                        + Numbers.decimal(like.manifold().recall(), 2))
                                .orElse("\u2013"),
                        model.likeness()
                                .map(like -> Numbers.decimal(like.manifold().coverage(), 2))
                                .orElse("\u2013"),
                        model.judgement().map(SheetView::cell).orElse(NOTHING)))
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
