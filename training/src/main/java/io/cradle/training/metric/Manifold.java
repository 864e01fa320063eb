package io.cradle.training.metric;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How far what was made covers what is true, and the other way round, by balls that reach to each feature's k-th nearest neighbour.
 *
 * @param precision share of made features inside a ball of a true one (Kynkäänniemi et al., "Improved precision and recall metric",
 *     2019, eq. 2)
 * @param recall share of true features inside a ball of a made one
 * @param density how many balls of true features a made one lies in, over k (Naeem et al., "Reliable fidelity and diversity metrics",
 *     2020, eq. 3); may exceed 1
 * @param coverage share of true features in whose ball a made one lies (ibid., eq. 4)
 */
public record Manifold(double precision, double recall, double density, double coverage) implements Serializable {
    /** k. */
    public static final int NEIGHBOURS = 5;

    /**
     * Compares two sets.
     *
     * @param truth {@code [N, D]}, N more than {@value #NEIGHBOURS}
     * @param made {@code [M, D]}, M more than {@value #NEIGHBOURS}
     */
    public static Manifold of(double[][] truth, double[][] made) {
        if (truth.length <= NEIGHBOURS || made.length <= NEIGHBOURS) {
            throw new IllegalArgumentException(
                    "Cannot compare sets of %d and %d features by their %d nearest neighbours: more are needed"
                            .formatted(truth.length, made.length, NEIGHBOURS));
        }
        double[] aroundTruth = radii(truth);
        double[] aroundMade = radii(made);
        boolean[] precise = new boolean[made.length];
        boolean[] recalled = new boolean[truth.length];
        boolean[] covered = new boolean[truth.length];
        long balls = 0;
        for (int i = 0; i < truth.length; i++) {
            for (int j = 0; j < made.length; j++) {
                double squared = squared(truth[i], made[j]);
                boolean inTruth = squared <= aroundTruth[i];
                precise[j] |= inTruth;
                covered[i] |= inTruth;
                balls += inTruth ? 1 : 0;
                recalled[i] |= squared <= aroundMade[j];
            }
        }
        return new Manifold(share(precise), share(recalled), (double) balls / NEIGHBOURS / made.length, share(covered));
    }

    /** Squared distance of each to its k-th nearest neighbour, itself not counted. */
    private static double[] radii(double[][] rows) {
        double[] radii = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] one = rows[i];
            double[] distances = Arrays.stream(rows)
                    .mapToDouble(other -> squared(one, other))
                    .sorted()
                    .toArray();
            radii[i] = distances[NEIGHBOURS]; // the nearest is itself
        }
        return radii;
    }

    private static double squared(double[] left, double[] right) {
        double sum = 0;
        for (int i = 0; i < left.length; i++) {
            sum += (left[i] - right[i]) * (left[i] - right[i]);
        }
        return sum;
    }

    private static double share(boolean[] which) {
        int count = 0;
        for (boolean each : which) {
            count += each ? 1 : 0;
        }
        return (double) count / which.length;
    }
}
