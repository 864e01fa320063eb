package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;

/**
 * Section {@code evaluate} of the configuration.
 *
 * @param split what is measured on: TEST for results, VAL to choose settings; never TRAIN
 * @param episodes of the split that are measured at most, those of least id, at least 0; 0 is all of them
 * @param prompt frames that an open-loop prediction is given, at least 1
 * @param horizon steps it predicts, at least 1
 * @param resamples of the bootstrap over episodes, at least 100
 * @param seed of the bootstrap
 * @param filmStrips episodes that are drawn in the report, at least 1
 * @param samples S, futures that are drawn of each take, at least 0; with 0 nothing is measured that needs them
 * @param temperature of those futures, above 0: what logits are divided by, and deviations multiplied with; 1 draws as a model says
 * @param baselineEpisodes episodes of TRAIN that baselines other than marginal and copy-last are fitted on at most, at least 1
 * @param oracle whether the true simulator is asked, and how much
 */
public record EvaluationConfig(
        Split split,
        int episodes,
        int prompt,
        int horizon,
        int resamples,
        long seed,
        int filmStrips,
        int samples,
        double temperature,
        int baselineEpisodes,
        OracleConfig oracle)
        implements Serializable {
    public EvaluationConfig {
        if (split == Split.TRAIN) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.split=%s: a model is not measured on what it was fitted on; use TEST or VAL"
                            .formatted(split));
        }
        if (prompt < 1 || horizon < 1 || filmStrips < 1) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.prompt=%d, evaluate.horizon=%d, evaluate.filmStrips=%d: each must be at least 1"
                            .formatted(prompt, horizon, filmStrips));
        }
        if (episodes < 0) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.episodes=%d: must be at least 0, which is all of them".formatted(episodes));
        }
        if (samples < 0 || baselineEpisodes < 1) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.samples=%d, evaluate.baselineEpisodes=%d: samples must be at least 0, baselineEpisodes at least 1"
                            .formatted(samples, baselineEpisodes));
        }
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.temperature=%s: must be above 0 and finite; 1 draws as a model says"
                            .formatted(temperature));
        }
        if (resamples < 100) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.resamples=%d: an interval needs at least 100".formatted(resamples));
        }
    }
}
