package io.cradle.ingest.take;

/**
 * Stamps of rows that were recorded without any: row t is taken at t / rate. Where no rate is declared either, rows are
 * stamped one a second, and the take's rate stays 0: the order is right, the pace is for the configuration to declare.
 *
 * @param rate rows a second in Hz, or 0 where it is unknown
 */
public record RowClock(double rate) {
    /** Of rows whose rate is unknown. */
    public static final RowClock UNKNOWN = new RowClock(0);

    /** No sensor is read faster, in Hz. */
    private static final double FASTEST = 1e6;

    private static final double SECOND = 1e9;

    public RowClock {
        if (!(rate >= 0 && rate <= FASTEST)) {
            throw new IllegalArgumentException(
                    "Invalid rate of %s Hz: it must lie between 0 and %.0f; declare rows a second"
                            .formatted(rate, FASTEST));
        }
    }

    /** Stamp of a row in ns. */
    public long time(long row) {
        return Math.round(row * SECOND / (rate == 0 ? 1 : rate));
    }
}
