package io.cradle.training.metric;

/**
 * Distance between two sets of features without a normal distribution in between: the unbiased squared maximum mean discrepancy under
 * k(x, y) = (x·y / D + 1)³ (Bińkowski et al., "Demystifying MMD GANs", 2018, section 4). Its mean is 0 where both sets come from one
 * distribution, so that it may come out slightly negative.
 */
public final class KernelDistance {
    private KernelDistance() {}

    /**
     * The distance.
     *
     * @param left {@code [N, D]}, N at least 2
     * @param right {@code [M, D]}, M at least 2
     */
    public static double squared(double[][] left, double[][] right) {
        return within(left) + within(right) - 2 * between(left, right);
    }

    private static double within(double[][] rows) {
        double sum = 0;
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += kernel(rows[i], rows[j]);
            }
        }
        return 2 * sum / ((double) rows.length * (rows.length - 1));
    }

    private static double between(double[][] left, double[][] right) {
        double sum = 0;
        for (double[] one : left) {
            for (double[] other : right) {
                sum += kernel(one, other);
            }
        }
        return sum / ((double) left.length * right.length);
    }

    private static double kernel(double[] x, double[] y) {
        double dot = 0;
        for (int i = 0; i < x.length; i++) {
            dot += x[i] * y[i];
        }
        double base = dot / x.length + 1;
        return base * base * base;
    }
}
