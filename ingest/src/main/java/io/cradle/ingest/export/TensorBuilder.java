package io.cradle.ingest.export;

import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.take.RowShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** Collects the rows of a tensor from a column of Parquet. */
final class TensorBuilder {
    private final TensorSpec spec;
    private final int column;
    private byte[] data;
    private int length;

    TensorBuilder(TensorSpec spec, int column) {
        this.spec = spec;
        this.column = column;
        this.data = new byte[spec.bytes()];
    }

    /**
     * Adds the current row.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the row
     */
    void add(ParquetCursor cursor) {
        if (length > RowShape.MOST_BYTES - spec.bytes()) {
            throw new IllegalArgumentException(
                    "'%s' takes more than %d bytes in one episode".formatted(spec.name(), RowShape.MOST_BYTES));
        }
        if (length == data.length) {
            data = Arrays.copyOf(data, 2 * length);
        }
        ByteBuffer row = ByteBuffer.wrap(data, length, spec.bytes()).slice().order(ByteOrder.LITTLE_ENDIAN);
        if (spec.elements() > 1) {
            list(row, cursor.doubles(column));
        } else {
            single(row, cursor);
        }
        length += spec.bytes();
    }

    private void list(ByteBuffer row, double[] values) {
        if (values.length != spec.elements()) {
            throw new IllegalArgumentException(
                    "'%s' has %d numbers, info.json says %d".formatted(spec.name(), values.length, spec.elements()));
        }
        for (int i = 0; i < values.length; i++) {
            put(row, i, values[i]);
        }
    }

    private void single(ByteBuffer row, ParquetCursor cursor) {
        switch (spec.encoding()) {
            case I64 -> row.putLong(cursor.integer(column));
            case U8, PNG -> put(row, 0, (double) cursor.integer(column));
            default -> put(row, 0, cursor.number(column));
        }
    }

    private void put(ByteBuffer row, int element, double value) {
        switch (spec.encoding()) {
            case BITS -> {
                if (whole(value, 1)) {
                    int at = element / Byte.SIZE;
                    row.put(at, (byte) (row.get(at) | 1 << element % Byte.SIZE));
                }
            }
            case U8, PNG -> {
                whole(value, 255);
                row.put(element, (byte) value);
            }
            case F32 -> row.putFloat(element * Float.BYTES, (float) value);
            case I64 -> throw new IllegalArgumentException("'%s' holds lists of integers".formatted(spec.name()));
        }
    }

    private boolean whole(double value, int most) {
        if (!(value >= 0 && value <= most) || value != Math.rint(value)) {
            throw new IllegalArgumentException(
                    "'%s' has %s where a whole number from 0 to %d belongs".formatted(spec.name(), value, most));
        }
        return value != 0;
    }

    Tensor build() {
        return Tensor.ofBytes(spec, data, 0, length);
    }
}
