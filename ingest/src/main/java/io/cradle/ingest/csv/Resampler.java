package io.cradle.ingest.csv;

import io.cradle.ingest.align.Interpolation;
import java.util.List;

/**
 * Puts a log on one clock: step k stands k / rate seconds after the first row, up to the last row. Between two rows a
 * column is interpolated as it declares. A value is measured where the rows it follows from were, and where no gap is
 * longer than allowed. Nothing is filtered: a rate far below the log's aliases what is faster than half of it.
 */
final class Resampler {
    private final CsvLog log;
    private final List<CsvColumn> columns;
    private final Resampling resampling;

    Resampler(CsvLog log, List<CsvColumn> columns, Resampling resampling) {
        this.log = log;
        this.columns = columns;
        this.resampling = resampling;
    }

    /** Steps that the result has; may be more than can be held. */
    long steps() {
        long span = log.time(log.rows() - 1) - log.time(0);
        long last = (long) Math.floor(span * (resampling.rate() / 1e9));
        // The product may be off by a rounding: the last step is the last that isn't beyond the last row.
        return 1 + (offset(last + 1) <= span ? last + 1 : offset(last) > span ? last - 1 : last);
    }

    /** Nanoseconds from the first row to step {@code k}. */
    private long offset(long k) {
        return Math.round(k * (1e9 / resampling.rate()));
    }

    /** The log on the clock. */
    CsvLog resampled() {
        CsvLog even = new CsvLog(columns.size());
        int before = 0;
        long steps = steps();
        for (long k = 0; k < steps; k++) {
            long time = log.time(0) + offset(k);
            while (before + 1 < log.rows() && log.time(before + 1) <= time) {
                before++;
            }
            even.row(time);
            for (int column = 0; column < columns.size(); column++) {
                interpolate(before, column, time, even);
            }
        }
        return even;
    }

    private void interpolate(int before, int column, long time, CsvLog even) {
        if (!log.measured(before, column)) {
            return;
        }
        double value = log.value(before, column);
        boolean last = before + 1 == log.rows();
        if (log.time(before) == time || last) {
            even.put(column, value);
        } else if (!resampling.bridges(log.time(before + 1) - log.time(before))) {
            return;
        } else if (columns.get(column).interpolation() == Interpolation.HOLD) {
            even.put(column, value);
        } else if (columns.get(column).interpolation() == Interpolation.NEAREST) {
            nearest(before, column, time, even);
        } else if (log.measured(before + 1, column)) {
            double part = (double) (time - log.time(before)) / (log.time(before + 1) - log.time(before));
            even.put(column, value + part * (log.value(before + 1, column) - value));
        }
    }

    /** Of two rows that are as near the earlier one; nothing where the nearer one has nothing. */
    private void nearest(int before, int column, long time, CsvLog even) {
        boolean earlier = time - log.time(before) <= log.time(before + 1) - time;
        if (earlier || log.measured(before + 1, column)) {
            even.put(column, log.value(earlier ? before : before + 1, column));
        }
    }
}
