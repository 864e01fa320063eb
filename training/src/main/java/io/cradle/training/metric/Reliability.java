package io.cradle.training.metric;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

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
        return mean(bins(), bin -> Math.abs(bin.p() - bin.frequency()));
    }

    /** All that can be said of it; NaN where nothing was counted. Parts are over bins of equal mass, the whole over narrow cells. */
    public Calibration calibration() {
        double base = Arrays.stream(came).sum() / (double) count();
        List<Bin> cells = IntStream.range(0, CELLS)
                .mapToObj(cell -> Bin.NONE.plus(this, cell))
                .toList();
        return new Calibration(
                error(),
                mean(cells, cell -> square(cell.p() - cell.frequency()) + cell.frequency() * (1 - cell.frequency())),
                mean(bins(), bin -> square(bin.p() - bin.frequency())),
                mean(bins(), bin -> square(bin.frequency() - base)),
                base * (1 - base));
    }

    /** Weighed by how many events each has. */
    private double mean(List<Bin> bins, ToDoubleFunction<Bin> number) {
        return bins.stream()
                        .filter(bin -> bin.said() > 0)
                        .mapToDouble(bin -> bin.said() * number.applyAsDouble(bin))
                        .sum()
                / count();
    }

    private List<Bin> bins() {
        long all = Math.max(1, count());
        List<Bin> bins = new ArrayList<>();
        Bin bin = Bin.NONE;
        long before = 0;
        for (int cell = 0; cell < CELLS; cell++) {
            bin = bin.plus(this, cell);
            if ((before + bin.said()) * BINS / all > before * BINS / all) {
                bins.add(bin);
                before += bin.said();
                bin = Bin.NONE;
            }
        }
        bins.add(bin);
        return bins;
    }

    /** Neighbouring cells together: events, what was said of them in units of UNIT, how many came. */
    private record Bin(long said, long sum, long came) {
        static final Bin NONE = new Bin(0, 0, 0);

        Bin plus(Reliability counts, int cell) {
            return new Bin(said + counts.said[cell], sum + counts.sum[cell], came + counts.came[cell]);
        }

        double p() {
            return sum * UNIT / said;
        }

        double frequency() {
            return (double) came / said;
        }
    }

    private static double square(double x) {
        return x * x;
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
