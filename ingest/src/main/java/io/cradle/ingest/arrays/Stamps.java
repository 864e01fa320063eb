package io.cradle.ingest.arrays;

import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.take.RowClock;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Stamps of rows in ns: those of the file, or one a second. */
final class Stamps {
    /** Seconds that nanoseconds in 64 bits can count, either way: some 290 years. */
    private static final double MOST_SECONDS = 9e9;

    private final Optional<ArrayRows> rows;

    private Stamps(Optional<ArrayRows> rows) {
        this.rows = rows;
    }

    /** Of an array, or of none. */
    static Stamps of(NpzFile file, Optional<String> array) {
        return new Stamps(array.map(name -> new ArrayRows(file, name)));
    }

    /**
     * The stamps of the next rows.
     *
     * @throws IllegalArgumentException saying what is wrong with them, once all of them have been passed over
     */
    long[] next(int count) {
        long[] times = new long[count];
        String problem = "";
        for (int row = 0; row < count; row++) {
            String found = read(times, row);
            problem = problem.isEmpty() ? found : problem;
        }
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
        return times;
    }

    private String read(long[] times, int row) {
        if (rows.isEmpty()) {
            times[row] = RowClock.UNKNOWN.time(row);
            return "";
        }
        ByteBuffer bytes = rows.get().next();
        if (rows.get().isWhole()) {
            times[row] = rows.get().whole(bytes);
        } else {
            double seconds = rows.get().real(bytes);
            if (!(Math.abs(seconds) <= MOST_SECONDS)) {
                return "step %d is stamped %s s; record seconds".formatted(row, seconds);
            }
            times[row] = Math.round(seconds * 1e9);
        }
        return row > 0 && times[row] < times[row - 1]
                ? "step %d is stamped %d ns, before the one at %d ns; sort rows by time, or save each episode on its own"
                        .formatted(row, times[row], times[row - 1])
                : "";
    }

    /** Passes over rows. */
    void skip(int count) {
        rows.ifPresent(array -> array.skip(count));
    }

    /** Checks that nothing is damaged. */
    void finish() {
        rows.ifPresent(ArrayRows::finish);
    }
}
