package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import java.util.List;
import java.util.Optional;

/**
 * A row of the table of what is said of proprio, one step ahead.
 *
 * @param error in deviations of TRAIN
 * @param difference the judged model's less this one's
 * @param bits a step, of the density of stored numbers
 * @param bitsDifference the judged model's less this one's
 * @param shuffled how much greater the error is when told other actions
 * @param channels error of each in its unit
 */
record FeltView(
        String name,
        String color,
        boolean judged,
        boolean loses,
        ModelView.Cell error,
        ModelView.Cell difference,
        ModelView.Cell bits,
        ModelView.Cell bitsDifference,
        ModelView.Cell shuffled,
        List<ModelView.Cell> channels) {
    private static final int DIGITS = 4;
    private static final ModelView.Cell NOTHING = new ModelView.Cell("\u2013", "");

    /** A row for each model that says something of proprio. */
    static List<FeltView> of(EvaluationReport report) {
        return report.models().stream()
                .flatMap(model -> model.felt().map(felt -> of(report, model, felt)).stream())
                .toList();
    }

    /** Names and units of the channels, in the order of the cells. */
    static List<String> channels(EvaluationReport report) {
        return report.models().stream()
                .flatMap(model -> model.felt().stream())
                .findFirst()
                .map(felt -> List.copyOf(felt.channels().keySet()))
                .orElse(List.of());
    }

    private static FeltView of(EvaluationReport report, ModelResult model, ModelResult.Felt felt) {
        Optional<ModelResult.Felt> judged = report.models().get(0).felt();
        return new FeltView(
                model.model(),
                Curves.color(report, model.model()),
                model.model().equals(report.model()),
                model.feelsWorseThanCopyLast(report.episodes()),
                cell(felt.error(), DIGITS),
                judged.map(all -> all.beyond().get(model.model()))
                        .map(FeltView::signed)
                        .orElse(NOTHING),
                cell(felt.bits(), 2),
                judged.map(all -> all.bitsBeyond().get(model.model()))
                        .map(ModelView.Cell::signed)
                        .orElse(NOTHING),
                felt.shuffledActions().map(FeltView::signed).orElse(NOTHING),
                felt.channels().values().stream()
                        .map(error -> cell(error, DIGITS))
                        .toList());
    }

    /** What a model's error is; a dash where it says nothing. */
    static ModelView.Cell error(ModelResult model) {
        return model.felt().map(felt -> cell(felt.error(), DIGITS)).orElse(NOTHING);
    }

    private static ModelView.Cell cell(Interval interval, int digits) {
        return new ModelView.Cell(Numbers.decimal(interval.mean(), digits), Numbers.range(interval, digits));
    }

    private static ModelView.Cell signed(Interval interval) {
        return new ModelView.Cell(Numbers.signed(interval.mean(), DIGITS), Numbers.range(interval, DIGITS));
    }
}
