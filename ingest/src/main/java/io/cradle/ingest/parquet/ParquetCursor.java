package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.util.List;

/** Goes through the rows of a file, from the first to the last. Columns are numbered in the order they were asked for. */
public final class ParquetCursor {
    private final RowGroups groups;
    private final Values[] columns;
    private long left;
    private long row = -1;

    ParquetCursor(RowGroups groups) {
        this.groups = groups;
        this.columns = groups.columns();
    }

    /** Goes on to just before a row; row groups that lie before it are not read. */
    void skipTo(long wanted) throws IOException {
        row += groups.skip(wanted);
        while (row + 1 < wanted && next()) {
            // values are decoded one by one
        }
    }

    /**
     * Goes on to the next row, the first time to the first one.
     *
     * @return whether there is one
     * @throws CorruptDataException if it cannot be read
     */
    public boolean next() {
        return Damaged.naming(groups.file(), () -> "row " + (row + 1), () -> {
            while (left == 0) {
                if (!groups.advance()) {
                    return false;
                }
                left = groups.rows();
            }
            for (Values column : columns) {
                column.advance();
            }
            left--;
            row++;
            return true;
        });
    }

    /** Number of the current row in the file, from 0. */
    public long row() {
        return row;
    }

    /** Whether the row has no value, or no list, in a column. */
    public boolean isNull(int column) {
        return columns[column].isNull();
    }

    /** A number; 1 or 0 of a boolean, NaN where there is none. */
    public double number(int column) {
        return columns[column].number();
    }

    /**
     * A whole number, exact.
     *
     * @throws CorruptDataException if there is none
     */
    public long integer(int column) {
        return there(column).integer();
    }

    /**
     * A text.
     *
     * @throws CorruptDataException if there is none
     */
    public String text(int column) {
        return there(column).text();
    }

    /**
     * Bytes.
     *
     * @throws CorruptDataException if there are none
     */
    public byte[] bytes(int column) {
        return there(column).bytes();
    }

    /**
     * A list of numbers, NaN where an element is missing.
     *
     * @throws CorruptDataException if there is none
     */
    public float[] list(int column) {
        double[] wide = doubles(column);
        float[] list = new float[wide.length];
        for (int i = 0; i < wide.length; i++) {
            list[i] = (float) wide[i];
        }
        return list;
    }

    /** As {@link #list}, in double precision. */
    public double[] doubles(int column) {
        return there(column).list();
    }

    /**
     * A list of texts without those that are missing.
     *
     * @throws CorruptDataException if there is none
     */
    public List<String> texts(int column) {
        return there(column).texts();
    }

    private Values there(int column) {
        Values values = columns[column];
        if (values.isNull()) {
            throw new CorruptDataException(
                    groups.file().toString(),
                    "row %d, column '%s': it has no value where one is needed; write the row again or remove it"
                            .formatted(row, values.column().name()));
        }
        return values;
    }
}
