package io.cradle.dataset.information;

import java.io.Serializable;

/** How often each context was followed by blank and by ink. */
final class Counts implements Serializable {
    private final int[] seen; // [context * 2 + ink]

    Counts(int contexts) {
        seen = new int[Math.multiplyExact(contexts, 2)];
    }

    /**
     * Probability of ink: half a pixel of either kind is added to what was seen (Krichevsky and Trofimov, "The performance of
     * universal encoding", 1981, IEEE Trans. Inf. Theory 27).
     */
    double ink(int context) {
        double ink = seen[2 * context + 1];
        return (ink + 0.5) / (seen[2 * context] + ink + 1);
    }

    /** How often the context was seen. */
    int seen(int context) {
        return seen[2 * context] + seen[2 * context + 1];
    }

    void learn(int context, boolean ink) {
        seen[2 * context + (ink ? 1 : 0)]++;
    }
}
