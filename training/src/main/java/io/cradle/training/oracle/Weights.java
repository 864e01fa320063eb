package io.cradle.training.oracle;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Weights of particles, kept as logarithms, base e. Sums to 1. */
final class Weights {
    private final double[] logs;

    private Weights(double[] logs) {
        this.logs = logs;
    }

    /** All alike. */
    static Weights even(int count) {
        double[] logs = new double[count];
        Arrays.fill(logs, -Math.log(count));
        return new Weights(logs);
    }

    /** From numbers that need not sum to 1. */
    static Weights of(double[] logs) {
        double sum = logSum(logs);
        return new Weights(Arrays.stream(logs).map(log -> log - sum).toArray());
    }

    /**
     * Logarithm of the mean likelihood: what is expected of a particle.
     *
     * @param likelihoods {@code [N]} logarithms
     */
    double expected(double[] likelihoods) {
        return logSum(times(likelihoods));
    }

    /** After what was seen. */
    Weights after(double[] likelihoods) {
        return of(times(likelihoods));
    }

    private double[] times(double[] likelihoods) {
        double[] product = likelihoods.clone();
        Arrays.setAll(product, i -> logs[i] + likelihoods[i]);
        return product;
    }

    double weight(int i) {
        return Math.exp(logs[i]);
    }

    /** How many particles of equal weight would be worth as much: 1 / Σ w² (Kong, Liu and Wong, 1994). */
    double effective() {
        return 1 / Arrays.stream(logs).map(log -> Math.exp(2 * log)).sum();
    }

    /** {@code [count]} numbers of particles, drawn by weight, evenly spread (Kitagawa, 1996, systematic resampling); ascending. */
    int[] drawn(int count, SplittableRandom random) {
        int[] drawn = new int[count];
        double offset = random.nextDouble();
        double sum = weight(0);
        int at = 0;
        for (int i = 0; i < count; i++) {
            while (sum < (i + offset) / count && at < logs.length - 1) {
                sum += weight(++at);
            }
            drawn[i] = at;
        }
        return drawn;
    }

    private static double logSum(double[] logs) {
        double greatest = Arrays.stream(logs).max().orElseThrow();
        return greatest
                + Math.log(
                        Arrays.stream(logs).map(log -> Math.exp(log - greatest)).sum());
    }
}
