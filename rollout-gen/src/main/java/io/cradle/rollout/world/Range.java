package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Numbers from {@code low} to {@code high}; both infinite where there is no bound.
 *
 * @param low least
 * @param high greatest, not below {@code low}
 */
public record Range(double low, double high) implements Serializable {
    public Range {
        if (!(low <= high)) {
            throw new IllegalArgumentException("Invalid range [%s, %s]: low is above high".formatted(low, high));
        }
    }

    /** Whether both ends are finite. */
    public boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }

    /** Whether there is only one number in it. */
    public boolean single() {
        return low == high;
    }
}
