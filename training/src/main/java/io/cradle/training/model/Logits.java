package io.cradle.training.model;

/** Probabilities that a network gives, the same on any machine. */
final class Logits {
    private static final float LEAST = 1e-6f;

    private Logits() {}

    /** p = 1 / (1 + e^-x), kept off 0 and 1 by as much as frames are charged by, so that who charges sees what was pulled. */
    static float probability(float logit) {
        float p = (float) (1 / (1 + StrictMath.exp(-logit)));
        return Math.min(Math.max(p, LEAST), 1 - LEAST);
    }

    /** The same of each; in place. */
    static float[] probabilities(float[] logits) {
        for (int i = 0; i < logits.length; i++) {
            logits[i] = probability(logits[i]);
        }
        return logits;
    }
}
