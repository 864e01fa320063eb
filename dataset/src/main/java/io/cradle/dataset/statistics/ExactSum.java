package io.cradle.dataset.statistics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * A sum of finite numbers without any rounding, so that neither order nor partitions change a bit of what is made of it.
 * Shewchuk (1997), "Adaptive precision floating-point arithmetic and fast robust geometric predicates", as in Python's
 * {@code math.fsum}: the sum is held as a few doubles that don't overlap. A monoid, added to in place.
 */
final class ExactSum implements Serializable {
    private static final int USUAL_PARTS = 4;

    private double[] parts = new double[USUAL_PARTS];
    private int count;

    /** Takes one more number in. */
    void add(double value) {
        double rest = value;
        int kept = 0;
        for (int i = 0; i < count; i++) {
            double sum = rest + parts[i];
            double error = error(rest, parts[i], sum);
            if (error != 0) {
                parts[kept++] = error;
            }
            rest = sum;
        }
        if (kept == parts.length) {
            parts = Arrays.copyOf(parts, 2 * kept);
        }
        parts[kept] = rest;
        count = kept + 1;
    }

    /** What was rounded away: {@code a + b = sum + error} exactly. Knuth's TwoSum. */
    private static double error(double a, double b, double sum) {
        double b2 = sum - a;
        return (a - (sum - b2)) + (b - b2);
    }

    /** Takes the square of a number in. */
    void addSquare(double value) {
        double square = value * value;
        double error = Math.fma(value, value, -square);
        add(square);
        if (error != 0) {
            add(error);
        }
    }

    /** Takes all numbers of another sum in. */
    void add(ExactSum that) {
        double[] others = Arrays.copyOf(that.parts, that.count); // that may be this
        for (double part : others) {
            add(part);
        }
    }

    /** The sum, with every digit. */
    BigDecimal value() {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            sum = sum.add(new BigDecimal(parts[i]));
        }
        return sum;
    }
}
