package io.cradle.training.evaluation;

import java.io.Serializable;

/**
 * A mean over episodes and how far it can be trusted.
 *
 * @param mean over the episodes at hand
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval, at least {@code low}
 */
public record Interval(double mean, double low, double high) implements Serializable {
    public Interval {
        if (!Double.isFinite(mean) || !(low <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException(
                    "Invalid interval %s [%s, %s]: must be finite and in order".formatted(mean, low, high));
        }
    }

    /** Whether all of it lies below 0. */
    public boolean liesBelowZero() {
        return high < 0;
    }

    /** Whether all of it lies above 0. */
    public boolean liesAboveZero() {
        return low > 0;
    }
}
