package io.cradle.training.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * The same models on episodes of another kind than they were fitted to: faster balls, say, or smaller ones.
 *
 * @param table path@version of the table
 * @param worlds that its episodes are of
 * @param episodes how many were scored
 * @param models in the order of the report
 */
public record Panel(String table, List<String> worlds, int episodes, List<ModelResult> models) {
    public Panel {
        worlds = List.copyOf(worlds);
        models = List.copyOf(models);
    }

    /** Sums up scores of at least one episode. */
    public static Panel of(String table, List<String> worlds, Scores scores, EvaluationConfig config) {
        if (scores.episodes().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot evaluate on '%s': it has no %s episode of at least prompt + horizon = %d steps (%d are shorter); lower evaluate.horizon or add episodes"
                            .formatted(
                                    table,
                                    config.split(),
                                    config.prompt() + config.horizon(),
                                    scores.skipped().size()));
        }
        Bootstrap bootstrap = new Bootstrap(config.resamples(), config.seed());
        Summary summary = new Summary(scores.episodes(), scores.gathered(), Optional.empty(), bootstrap);
        return new Panel(table, worlds, scores.episodes().size(), summary.results());
    }
}
