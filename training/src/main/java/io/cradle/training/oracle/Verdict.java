package io.cradle.training.oracle;

import java.io.Serializable;
import java.util.List;

/**
 * Whether particle filters found what cannot be saved. They did where four times as many particles change the bits by less than
 * {@value #MOST_CHANGE} of them, and the effective sample size never fell below {@value #LEAST_EFFECTIVE}.
 *
 * @param bits mean bits/frame with the more particles; an upper bound in any case
 * @param change share by which the bits differ from those with fewer particles
 * @param effective the least effective sample size with the more particles
 * @param episodes how many were filtered
 */
public record Verdict(double bits, double change, double effective, int episodes) implements Serializable {
    static final double MOST_CHANGE = 0.02;
    static final double LEAST_EFFECTIVE = 50;

    /**
     * Of the same episodes twice.
     *
     * @param few with fewer particles
     * @param many with more, in the same order
     */
    public static Verdict of(List<Filtered> few, List<Filtered> many) {
        if (few.isEmpty() || few.size() != many.size()) {
            throw new IllegalArgumentException(
                    "Cannot judge an oracle by %d and %d episodes: filter the same ones, at least one"
                            .formatted(few.size(), many.size()));
        }
        double less = mean(few);
        double more = mean(many);
        return new Verdict(
                more,
                Math.abs(less - more) / more,
                many.stream().mapToDouble(Filtered::least).min().orElseThrow(),
                many.size());
    }

    private static double mean(List<Filtered> filtered) {
        return filtered.stream().mapToDouble(Filtered::bitsPerFrame).average().orElseThrow();
    }

    /** Whether it may be called an oracle. */
    public boolean isOracle() {
        return change < MOST_CHANGE && effective >= LEAST_EFFECTIVE;
    }
}
