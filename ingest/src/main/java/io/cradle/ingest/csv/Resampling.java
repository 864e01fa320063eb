package io.cradle.ingest.csv;

import java.io.Serializable;

/**
 * Whether stamps are kept or put on one clock.
 *
 * @param rate steps a second in Hz; 0 keeps the rows as logged, with their stamps
 * @param longestGap seconds without a row that are still bridged; what lies in a longer gap is marked as not measured.
 *     0 bridges any
 */
public record Resampling(double rate, double longestGap) implements Serializable {
    /** Rows as logged. */
    public static final Resampling KEEP = new Resampling(0, 0);

    private static final double FASTEST = 1e9;

    public Resampling {
        if (!(rate >= 0) || rate > FASTEST) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.resample.rate=%s: must be 0 (keep) or a number of Hz, at most %s"
                            .formatted(rate, FASTEST));
        }
        if (!(longestGap >= 0)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.resample.longestGap=%s: must be 0 (any) or a number of seconds"
                            .formatted(longestGap));
        }
    }

    /** Whether rows stay as logged. */
    boolean keeps() {
        return rate == 0;
    }

    /** What becomes of gaps, in words. */
    String bridged() {
        if (keeps()) {
            return "not there: look whether the logger had stopped, and cut the log there if it had";
        }
        return longestGap == 0
                ? "bridged, set ingest.csv.resample.longestGap to mark it as not measured"
                : "marked as not measured where longer than %s s".formatted(longestGap);
    }

    /** Whether rows so many ns apart are bridged. */
    boolean bridges(long nanoseconds) {
        return longestGap == 0 || nanoseconds <= longestGap * 1e9;
    }
}
