package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Numbers from {@code low} to {@code high}; both infinite where there is no bound.
 *
 * @param low least
 * @param high greatest, not below {@code low}
 */
public record Range(double low, double high) implements Serializable {
    static final Range ZERO = new Range(0, 0);
    static final Range ENDLESS = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);

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

    void requireWithin(String what, double least, double most) {
        Checks.within("low of " + what, low, least, most);
        Checks.within("high of " + what, high, least, most);
    }
}
