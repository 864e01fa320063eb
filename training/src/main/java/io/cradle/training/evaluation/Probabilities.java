package io.cradle.training.evaluation;

import io.cradle.training.model.WorldModel;

/** Refuses answers that are no probabilities. */
final class Probabilities {
    private Probabilities() {}

    /** These bits, which must be a number of at least 0. */
    static double requireBits(WorldModel model, double bits) {
        if (!(bits >= 0 && bits < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Cannot score model '%s': a frame costs it %s bits; its training has diverged, lower train.learningRate"
                            .formatted(model.name(), bits));
        }
        return bits;
    }

    static void require(WorldModel model, float[][] frames) {
        for (float[] frame : frames) {
            require(model, frame);
        }
    }

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
