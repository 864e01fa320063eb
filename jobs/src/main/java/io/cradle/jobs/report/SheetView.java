package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Judgement;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.Pace;
import io.cradle.training.metric.Calibration;
import io.cradle.training.metric.Likeness;
import io.cradle.training.metric.Spread;
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
 * @param calibration expected calibration error, with what Brier's score is made of
 * @param proprio how often it comes within what was said of it
 * @param pace frames/s of many worlds, with those of one
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
        ModelView.Cell calibration,
        ModelView.Cell proprio,
        ModelView.Cell pace,
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
                        model.calibration().map(SheetView::cell).orElse(NOTHING),
                        model.proprio().map(SheetView::cell).orElse(NOTHING),
                        Optional.ofNullable(report.paces().get(model.model()))
                                .map(SheetView::cell)
                                .orElse(NOTHING),
                        model.likeness().map(SheetView::cell).orElse(NOTHING),
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

    private static ModelView.Cell cell(Calibration calibration) {
        return new ModelView.Cell(
                Numbers.decimal(calibration.error(), 4),
                "Brier %s: %s \u2212 %s + %s"
                        .formatted(
                                Numbers.decimal(calibration.brier(), 3),
                                Numbers.decimal(calibration.reliability(), 3),
                                Numbers.decimal(calibration.resolution(), 3),
                                Numbers.decimal(calibration.uncertainty(), 3)));
    }

    private static ModelView.Cell cell(Spread spread) {
        return new ModelView.Cell(
                "%s / %s".formatted(Numbers.decimal(spread.within50(), 2), Numbers.decimal(spread.within90(), 2)),
                "CRPS %s, spread/error %s"
                        .formatted(Numbers.decimal(spread.crps(), 4), Numbers.decimal(spread.ratio(), 2)));
    }

    private static ModelView.Cell cell(Pace pace) {
        return new ModelView.Cell(
                Numbers.count(Math.round(pace.together())), "one world " + Numbers.count(Math.round(pace.alone())));
    }

    private static ModelView.Cell cell(Likeness like) {
        return new ModelView.Cell(
                Numbers.decimal(like.frechet(), 2),
                like.limit()
                                .map(limit -> "without end %s, ".formatted(Numbers.decimal(limit, 2)))
                                .orElse("")
                        + "none " + Numbers.decimal(like.none(), 2));
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
        return median.map(steps -> steps == 1 ? "1 step" : steps + " steps")
                .orElse("not reached: %s of %s lost"
                        .formatted(Numbers.count(horizon.lost()), Numbers.count(horizon.predictions())));
    }
}
