package io.cradle.training.evaluation;

import java.io.Serializable;

/**
 * Section {@code evaluate} of the configuration.
 *
 * @param prompt frames that an open-loop prediction is given, at least 1
 * @param horizon steps it predicts, at least 1
 * @param resamples of the bootstrap over episodes, at least 100
 * @param seed of the bootstrap
 * @param filmStrips episodes that are drawn in the report, at least 1
 */
public record EvaluationConfig(int prompt, int horizon, int resamples, long seed, int filmStrips)
        implements Serializable {
    public EvaluationConfig {
        if (prompt < 1 || horizon < 1 || filmStrips < 1) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.prompt=%d, evaluate.horizon=%d, evaluate.filmStrips=%d: each must be at least 1"
                            .formatted(prompt, horizon, filmStrips));
        }
        if (resamples < 100) {
            throw new IllegalArgumentException(
                    "Invalid evaluate.resamples=%d: an interval needs at least 100".formatted(resamples));
        }
    }
}
