package io.cradle.ingest.csv;

import java.util.Arrays;
import java.util.BitSet;

/** Rows of a log: a stamp in ns each, and a value for each column, with a bit that says whether it was measured. */
final class CsvLog {
    private final int columns;
    private long[] times = new long[16];
    private double[] values;
    private final BitSet measured = new BitSet();
    private int rows;

    CsvLog(int columns) {
        this.columns = columns;
        this.values = new double[times.length * columns];
    }

    /** Starts the next row, in which nothing is measured yet. */
    CsvLog row(long time) {
        if (rows == times.length) {
            times = Arrays.copyOf(times, 2 * rows);
            values = Arrays.copyOf(values, times.length * columns);
        }
        times[rows++] = time;
        return this;
    }

    /** Sets a value of the last row. */
    void put(int column, double value) {
        int at = (rows - 1) * columns + column;
        values[at] = value;
        measured.set(at);
    }

    int rows() {
        return rows;
    }

    /** Stamps of all rows in ns, a copy. */
    long[] times() {
        return Arrays.copyOf(times, rows);
    }

    long time(int row) {
        return times[row];
    }

    /** The value; 0 where none was measured. */
    double value(int row, int column) {
        return values[row * columns + column];
    }

    boolean measured(int row, int column) {
        return measured.get(row * columns + column);
    }
}
