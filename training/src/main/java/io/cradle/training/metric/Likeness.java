package io.cradle.training.metric;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/**
 * How far a set of made features is from a set of true ones.
 *
 * @param frechet {@link Frechet#distance}
 * @param limit what the Fréchet distance tends to with ever more features; empty where there are too few to tell
 * @param none the same between one half of the true ones and the other: what it comes to where nothing differs
 * @param kernel {@link KernelDistance#squared}
 * @param manifold precision, recall, density and coverage
 * @param features how many were compared
 */
public record Likeness(
        double frechet, Optional<Double> limit, double none, double kernel, Manifold manifold, int features) {
    /** Fewer than so many features of either kind are not compared. */
    public static final int FEWEST = 100;

    private static final int MOST = 2000;
    private static final int PARTS = 4;

    /**
     * Compares two sets of numbers that are of one kind, as they are.
     *
     * @param truth {@code [N, D]}, at least {@value #FEWEST} rows; of more than 2,000 evenly chosen ones count
     * @param made {@code [M, D]}, as {@code truth}
     */
    public static Likeness of(List<double[]> truth, List<double[]> made) {
        double[] units = new double[truth.isEmpty() ? 0 : truth.get(0).length];
        Arrays.fill(units, 1);
        return compared(truth, made, units);
    }

    /**
     * Compares two sets of numbers of different kinds, each in units of how far the true ones spread.
     *
     * @param truth as in {@link #of}
     * @param made as in {@link #of}
     * @param least unit, above 0: what hardly varies in truth must not drown all else
     */
    public static Likeness scaled(List<double[]> truth, List<double[]> made, double least) {
        double[] units = Arrays.stream(deviation(some(truth)))
                .map(deviation -> Math.max(least, deviation))
                .toArray();
        return compared(truth, made, units);
    }

    private static Likeness compared(List<double[]> truth, List<double[]> made, double[] units) {
        if (truth.size() < FEWEST || made.size() < FEWEST) {
            throw new IllegalArgumentException(
                    "Cannot compare sets of %d and %d features: at least %d of each are needed"
                            .formatted(truth.size(), made.size(), FEWEST));
        }
        double[][] one = in(units, some(truth));
        double[][] other = in(units, some(made));
        return new Likeness(
                Frechet.distance(one, other),
                limit(one, other),
                Frechet.distance(each(one, 0, 2), each(one, 1, 2)),
                KernelDistance.squared(one, other),
                Manifold.of(one, other),
                one.length);
    }

    /**
     * Of few features the distance is too great, by about as much as 1/N. So it is measured on all, on halves, thirds and quarters, and
     * a straight line in 1/N is followed to 0 (Chong and Forsyth, "Effectively unbiased FID and Inception Score and where to find them",
     * 2020). May lie a little below 0 where nothing differs.
     */
    private static Optional<Double> limit(double[][] one, double[][] other) {
        int least = Math.min(one.length, other.length) / PARTS;
        if (least < Frechet.ROWS_A_DIMENSION * one[0].length) {
            return Optional.empty();
        }
        SimpleRegression line = new SimpleRegression();
        for (int parts = 1; parts <= PARTS; parts++) {
            for (int part = 0; part < parts; part++) {
                line.addData(parts, Frechet.distance(each(one, part, parts), each(other, part, parts)));
            }
        }
        return Optional.of(line.getIntercept());
    }

    /** Every parts-th row from part on. */
    private static double[][] each(double[][] rows, int part, int parts) {
        return IntStream.range(0, rows.length)
                .filter(i -> i % parts == part)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }

    private static double[][] some(List<double[]> rows) {
        int count = Math.min(MOST, rows.size());
        double[][] some = new double[count][];
        for (int i = 0; i < count; i++) {
            some[i] = rows.get((int) ((long) i * rows.size() / count));
        }
        return some;
    }

    private static double[] deviation(double[][] rows) {
        double[] deviation = new double[rows.length == 0 ? 0 : rows[0].length];
        for (int d = 0; d < deviation.length; d++) {
            double sum = 0;
            double squares = 0;
            for (double[] row : rows) {
                sum += row[d];
                squares += row[d] * row[d];
            }
            double mean = sum / rows.length;
            deviation[d] = Math.sqrt(Math.max(0, squares / rows.length - mean * mean));
        }
        return deviation;
    }

    private static double[][] in(double[] units, double[][] rows) {
        double[][] scaled = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            scaled[i] = rows[i].clone();
            for (int d = 0; d < units.length; d++) {
                scaled[i][d] /= units[d];
            }
        }
        return scaled;
    }
}
