package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.ModelResult;
import java.util.List;

/**
 * What a latent-variable model's bits lie below.
 *
 * @param name of the model
 * @param color of its line
 * @param elbo bits a step at most, by the evidence lower bound
 * @param iwae the same by importance weights
 * @param divergence bits that its stochastic state tells
 */
record LatentView(String name, String color, ModelView.Cell elbo, ModelView.Cell iwae, ModelView.Cell divergence) {
    /** Of those models that have a latent state. */
    static List<LatentView> of(EvaluationReport report) {
        return report.models().stream()
                .flatMap(model -> model.latent().map(latent -> of(report, model.model(), latent)).stream())
                .toList();
    }

    private static LatentView of(EvaluationReport report, String model, ModelResult.Latent latent) {
        return new LatentView(
                model,
                Curves.color(report, model),
                ModelView.Cell.of(latent.elbo()).after("\u2264 "),
                ModelView.Cell.of(latent.iwae()).after("\u2264 "),
                ModelView.Cell.of(latent.divergence()));
    }
}
