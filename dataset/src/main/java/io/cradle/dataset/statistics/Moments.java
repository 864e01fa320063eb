package io.cradle.dataset.statistics;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Count, mean and standard deviation of finite numbers. Made of exact sums: merging in any order gives the same bits, which
 * pairwise updates (Chan, Golub, LeVeque, 1983) give only to about 1e-12. A monoid, added to in place.
 */
final class Moments implements Serializable {
    private final ExactSum sum = new ExactSum();
    private final ExactSum squares = new ExactSum();
    private long count;

    /** Takes one more number in. */
    Moments add(double value) {
        count++;
        sum.add(value);
        squares.addSquare(value);
        return this;
    }

    /** Takes all numbers of another one in. */
    Moments add(Moments that) {
        count += that.count;
        sum.add(that.sum);
        squares.add(that.squares);
        return this;
    }

    /** How many numbers. */
    long count() {
        return count;
    }

    /** Their mean; there must be one. */
    double mean() {
        return sum.value()
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                .doubleValue();
    }

    /** Their standard deviation, of all and not of a sample: (n Σx² − (Σx)²) / n² under the root. There must be one. */
    double std() {
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal spread = squares.value().multiply(n).subtract(sum.value().pow(2));
        return Math.sqrt(spread.divide(n.pow(2), MathContext.DECIMAL128).doubleValue());
    }
}
