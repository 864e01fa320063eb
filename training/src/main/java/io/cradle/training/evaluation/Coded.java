package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;

/** What an arbiter makes of a true stretch and of the one that was drawn in its place. */
public final class Coded implements Serializable {
    static final Comparator<Coded> ORDER = (left, right) -> Arrays.compare(left.numbers, right.numbers);

    private final double[] numbers; // features of the true one, of the drawn one, then the two errors
    private final int features;

    /**
     * Two stretches.
     *
     * @param truth {@code [D]} features of the true one
     * @param made {@code [D]} of the one that was drawn
     * @param trueActions mean squared error of the actions that the arbiter reads off the true one
     * @param madeActions and off the one that was drawn
     */
    Coded(double[] truth, double[] made, double trueActions, double madeActions) {
        features = truth.length;
        numbers = Arrays.copyOf(truth, 2 * features + 2);
        System.arraycopy(made, 0, numbers, features, features);
        numbers[2 * features] = trueActions;
        numbers[2 * features + 1] = madeActions;
    }

    double[] truth() {
        return Arrays.copyOf(numbers, features);
    }

    double[] made() {
        return Arrays.copyOfRange(numbers, features, 2 * features);
    }

    double trueActions() {
        return numbers[2 * features];
    }

    double madeActions() {
        return numbers[2 * features + 1];
    }

    /** 1 − cosine of the angle between the features of both, in [0, 2]; where one has no direction 1, and 0 where neither has. */
    double cosineDistance() {
        double dot = 0;
        double one = 0;
        double other = 0;
        for (int i = 0; i < features; i++) {
            dot += numbers[i] * numbers[features + i];
            one += numbers[i] * numbers[i];
            other += numbers[features + i] * numbers[features + i];
        }
        if (one == 0 || other == 0) {
            return one == other ? 0 : 1;
        }
        return 1 - dot / Math.sqrt(one * other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Coded that && features == that.features && Arrays.equals(numbers, that.numbers);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(numbers);
    }
}
