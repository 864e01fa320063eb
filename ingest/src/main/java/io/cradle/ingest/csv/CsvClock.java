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

    /**
     * A stamp in ns, exact but for rounding to the nearest.
     *
     * @throws ArithmeticException if it does not fit into 64 bits
     */
    long nanoseconds(BigDecimal stamp) {
        if (Math.abs((long) stamp.scale()) > MOST_PLACES) {
            throw new ArithmeticException("the exponent is out of range");
        }
        return stamp.movePointRight(unit.digits())
                .setScale(0, RoundingMode.HALF_EVEN)
                .longValueExact();
    }
}
