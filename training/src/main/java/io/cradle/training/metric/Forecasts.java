package io.cradle.training.metric;

import java.io.Serializable;
import org.apache.commons.math3.special.Erf;

/**
 * Normal forecasts of numbers, and what came. A monoid of counts and sums: {@link #add}, {@link #plus}. Sums are of whole numbers of
 * {@value #UNIT}, which add up alike in any order.
 *
 * @param count forecasts
 * @param half of them what came lay in the middle half
 * @param most and in the middle nine tenths
 * @param crps sum of scores
 * @param variance sum of variances
 * @param squares sum of squared errors of the mean
 */
public record Forecasts(long count, long half, long most, long crps, long variance, long squares)
        implements Serializable {
    /** No forecast. */
    public static final Forecasts NONE = new Forecasts(0, 0, 0, 0, 0, 0);

    private static final double UNIT = 1e-9;
    private static final double HALF = Math.sqrt(2) * Erf.erfInv(0.5);
    private static final double MOST = Math.sqrt(2) * Erf.erfInv(0.9);

    /**
     * With one more.
     *
     * @param deviation standard deviation, above 0
     */
    public Forecasts add(double mean, double deviation, double came) {
        double off = came - mean;
        double z = Math.abs(off) / deviation;
        return new Forecasts(
                count + 1,
                half + (z <= HALF ? 1 : 0),
                most + (z <= MOST ? 1 : 0),
                crps + units(deviation * standard(z)),
                variance + units(deviation * deviation),
                squares + units(off * off));
    }

    /**
     * Score of a standard normal forecast where z came: z (2Φ(z) − 1) + 2φ(z) − 1/√π (Gneiting and Raftery, "Strictly proper scoring
     * rules, prediction, and estimation", 2007, below eq. 21).
     */
    private static double standard(double z) {
        double density = Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        return z * Erf.erf(z / Math.sqrt(2)) + 2 * density - 1 / Math.sqrt(Math.PI);
    }

    private static long units(double value) {
        return Math.round(value / UNIT);
    }

    /** Both together. */
    public Forecasts plus(Forecasts that) {
        return new Forecasts(
                count + that.count,
                half + that.half,
                most + that.most,
                crps + that.crps,
                variance + that.variance,
                squares + that.squares);
    }

    /** What they come to; NaN where there are none. */
    public Spread spread() {
        double all = count;
        return new Spread(half / all, most / all, crps * UNIT / all, Math.sqrt(variance / (double) squares));
    }
}
