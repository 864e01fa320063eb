package io.cradle.dataset.curation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * How one score is distributed before and after a decision: counts in bins of equal width. What lies beyond either end
 * counts in the outermost bin. A monoid, added to in place.
 */
public final class Histogram implements Serializable {
    /** Bins of every histogram. */
    public static final int BINS = 32;

    private final double low;
    private final double high;
    private final double[] before = new double[BINS];
    private final double[] after = new double[BINS];

    /**
     * Of no value.
     *
     * @param low lower edge of the first bin
     * @param high upper edge of the last bin, above {@code low}
     */
    public Histogram(double low, double high) {
        if (!(high > low)) {
            throw new IllegalArgumentException(
                    "Invalid histogram from %s to %s: the ends must ascend".formatted(low, high));
        }
        this.low = low;
        this.high = high;
    }

    /** Counts one value before, and by its weight after. */
    public Histogram add(double value, double weight) {
        int bin = (int) Math.floor(BINS * (value - low) / (high - low));
        int within = Math.max(0, Math.min(BINS - 1, bin));
        before[within]++;
        after[within] += weight;
        return this;
    }

    /** Counts all values of another one between the same ends. */
    public Histogram add(Histogram that) {
        for (int bin = 0; bin < BINS; bin++) {
            before[bin] += that.before[bin];
            after[bin] += that.after[bin];
        }
        return this;
    }

    /** Lower edge of the first bin. */
    public double low() {
        return low;
    }

    /** Upper edge of the last bin. */
    public double high() {
        return high;
    }

    /** Share of all values in each bin, {@code [BINS]}. */
    public List<Double> before() {
        return shares(before);
    }

    /** Share of all weights in each bin, {@code [BINS]}; zeros where nothing weighs. */
    public List<Double> after() {
        return shares(after);
    }

    private static List<Double> shares(double[] counts) {
        double sum = Arrays.stream(counts).sum();
        return Arrays.stream(counts)
                .mapToObj(count -> sum == 0 ? 0 : count / sum)
                .toList();
    }
}
