package io.cradle.training.metric;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How far a set of made features is from a set of true ones.
 *
 * @param frechet {@link Frechet#distance}
 * @param none the same between one half of the true ones and the other: what it comes to where nothing differs
 * @param kernel {@link KernelDistance#squared}
 * @param manifold precision, recall, density and coverage
 * @param features how many were compared
 */
public record Likeness(double frechet, double none, double kernel, Manifold manifold, int features)
        implements Serializable {
    /** Fewer than so many features of either kind are not compared. */
    public static final int FEWEST = 100;

    private static final int MOST = 2000;

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
        List<double[]> even = new ArrayList<>();
        List<double[]> odd = new ArrayList<>();
        for (int i = 0; i < one.length; i++) {
            (i % 2 == 0 ? even : odd).add(one[i]);
        }
        return new Likeness(
                Frechet.distance(one, other),
                Frechet.distance(even.toArray(double[][]::new), odd.toArray(double[][]::new)),
                KernelDistance.squared(one, other),
                Manifold.of(one, other),
                one.length);
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
