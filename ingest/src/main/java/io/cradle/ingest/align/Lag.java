package io.cradle.ingest.align;

/**
 * By how many steps one course of numbers comes after another, from where they go together best.
 *
 * @param steps above 0 where the second is late
 * @param correlation Pearson's, of the square roots, at that lag
 * @param unshifted the same at lag 0
 */
public record Lag(int steps, double correlation, double unshifted) {
    /**
     * Looks at all lags up to {@code most} either way.
     *
     * @param one {@code [T]}, not negative, such as how fast a robot moves
     * @param other {@code [T]}, not negative, such as how much its picture changes
     */
    public static Lag between(double[] one, double[] other, int most) {
        double unshifted = correlation(one, other, 0);
        Lag best = new Lag(0, unshifted, unshifted);
        for (int lag = -most; lag <= most; lag++) {
            double correlation = correlation(one, other, lag);
            if (correlation > best.correlation()) {
                best = new Lag(lag, correlation, unshifted);
            }
        }
        return best;
    }

    private static double correlation(double[] one, double[] other, int lag) {
        int from = Math.max(0, -lag);
        int to = Math.min(one.length, other.length - lag);
        double x = 0;
        double y = 0;
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int t = from; t < to; t++) {
            double a = Math.sqrt(one[t]);
            double b = Math.sqrt(other[t + lag]);
            x += a;
            y += b;
            xx += a * a;
            yy += b * b;
            xy += a * b;
        }
        double n = Math.max(0, to - from);
        double spread = Math.sqrt((n * xx - x * x) * (n * yy - y * y));
        return n < 2 || !(spread > 0) ? 0 : (n * xy - x * y) / spread;
    }
}
