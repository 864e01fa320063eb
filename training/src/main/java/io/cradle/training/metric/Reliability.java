package io.cradle.training.metric;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Whether events come as often as was said. A monoid of counts: {@link #add}, {@link #plus}. Probabilities are
 * counted in {@value #CELLS} narrow cells, so that bins of equal mass can be made afterwards without the values being kept.
 */
public final class Reliability implements Serializable {
    /** Probabilities below, or above 1 − this, are so sure that they say nothing of calibration, and most pixels are of that kind. */
    public static final double UNSURE = 0.01;

    private static final int CELLS = 980;
    private static final int BINS = 15;
    private static final double UNIT = 1e-9;

    private final long[] said = new long[CELLS];
    private final long[] sum =
            new long[CELLS]; // of probabilities, in units of UNIT: whole numbers add up alike in any order
    private final long[] came = new long[CELLS];

    /** Counts one event, if its probability is in [{@value #UNSURE}, 1 − {@value #UNSURE}]. */
    public void add(double p, boolean happened) {
        if (p < UNSURE || p > 1 - UNSURE) {
            return;
        }
        int cell = Math.min(CELLS - 1, (int) ((p - UNSURE) / (1 - 2 * UNSURE) * CELLS));
        said[cell]++;
        sum[cell] += Math.round(p / UNIT);
        came[cell] += happened ? 1 : 0;
    }

    /** The counts of both. */
    public Reliability plus(Reliability that) {
        Reliability both = new Reliability();
        for (int cell = 0; cell < CELLS; cell++) {
            both.said[cell] = said[cell] + that.said[cell];
            both.sum[cell] = sum[cell] + that.sum[cell];
            both.came[cell] = came[cell] + that.came[cell];
        }
        return both;
    }

    /** Events counted. */
    public long count() {
        return Arrays.stream(said).sum();
    }

    /**
     * Expected calibration error over bins of equal mass (Naeini, Cooper, Hauskrecht, "Obtaining well calibrated probabilities using
     * Bayesian binning", 2015): Σ share of the bin · |mean probability − frequency|, in [0, 1]; 0 is best, NaN where nothing was
     * counted.
     */
    public double error() {
        long all = count();
        double error = 0;
        long inBin = 0;
        double p = 0;
        long events = 0;
        long before = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            inBin += said[cell];
            p += sum[cell] * UNIT;
            events += came[cell];
            long bin = (before + inBin) * BINS / Math.max(1, all);
            if (inBin > 0 && (bin > before * BINS / Math.max(1, all) || cell == CELLS - 1)) {
                error += Math.abs(p - events) / all;
                before += inBin;
                inBin = 0;
                p = 0;
                events = 0;
            }
        }
        return all == 0 ? Double.NaN : error + (inBin > 0 ? Math.abs(p - events) / all : 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Reliability that
                && Arrays.equals(said, that.said)
                && Arrays.equals(sum, that.sum)
                && Arrays.equals(came, that.came);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sum);
    }

    @Override
    public String toString() {
        return "Reliability[%d events]".formatted(count());
    }
}
