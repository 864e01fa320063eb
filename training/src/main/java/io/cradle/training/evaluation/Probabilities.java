package io.cradle.training.evaluation;

import io.cradle.training.model.WorldModel;

/** Refuses answers that are no probabilities. */
final class Probabilities {
    private Probabilities() {}

    static void require(WorldModel model, float[] frame) {
        for (float p : frame) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "Cannot score model '%s': p(ink)=%s; its training has diverged, lower train.learningRate"
                                .formatted(model.name(), p));
            }
        }
    }
}
