package io.cradle.ingest.csv;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The column of time stamps.
 *
 * @param column its name in the header
 * @param unit unit of the stamps
 */
public record CsvClock(String column, ClockUnit unit) implements Serializable {
    /** Decimal places beyond which a number is no time: keeps a hostile exponent from taking memory. */
    private static final int MOST_PLACES = 100;

    private static final long LATEST = Long.MAX_VALUE / 2;

    /**
     * A stamp in ns, exact but for rounding to the nearest.
     *
     * @throws ArithmeticException if it is beyond 146 years: the difference of two stamps must fit into 64 bits
     */
    long nanoseconds(BigDecimal stamp) {
        if (Math.abs((long) stamp.scale()) > MOST_PLACES) {
            throw new ArithmeticException("the exponent is out of range");
        }
        long nanoseconds = stamp.movePointRight(unit.digits())
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
        if (nanoseconds > LATEST || nanoseconds < -LATEST) {
            throw new ArithmeticException("the stamp is out of range");
        }
        return nanoseconds;
    }
}
