package io.cradle.training.model;

/** Probabilities that a network gives, the same on any machine. */
final class Logits {
    private static final float LEAST = 1e-6f;

    private Logits() {}

    /** p = 1 / (1 + e^-x) of each, kept off 0 and 1; in place. */
    static float[] probabilities(float[] logits) {
        for (int i = 0; i < logits.length; i++) {
            float p = (float) (1 / (1 + StrictMath.exp(-logits[i])));
            logits[i] = Math.min(Math.max(p, LEAST), 1 - LEAST);
        }
        return logits;
    }
}
