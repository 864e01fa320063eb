package io.cradle.ingest.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** One whole number a row, exact. */
final class Integers extends Values {
    private final boolean narrow;
    private final boolean unsigned;
    private final long[] values = new long[BATCH];
    private final boolean[] missing = new boolean[BATCH];
    private int filled;
    private int at = -1;

    Integers(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
        this.narrow = stored.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT32;
        this.unsigned = ColumnShape.isUnsigned(stored.getPrimitiveType());
    }

    @Override
    void begin(ColumnReader next, long count) {
        super.begin(next, count);
        filled = 0;
        at = -1;
    }

    @Override
    void advance() throws IOException {
        if (++at == filled) {
            fill();
        }
    }

    private void fill() throws IOException {
        int rows = (int) Math.min(BATCH, Math.max(1, left()));
        for (int row = 0; row < rows; row++) {
            missing[row] = level() < present();
            values[row] = missing[row] ? 0 : decode();
            consume();
        }
        filled = rows;
        at = 0;
    }

    private long decode() throws IOException {
        if (narrow) {
            int value = reader().getInteger();
            return unsigned ? Integer.toUnsignedLong(value) : value;
        }
        long value = reader().getLong();
        if (unsigned && value < 0) {
            throw new IOException(
                    "column '%s' holds %s, more than 63 bits".formatted(column().name(), Long.toUnsignedString(value)));
        }
        return value;
    }

    @Override
    boolean isNull() {
        return missing[at];
    }

    @Override
    double number() {
        return missing[at] ? Double.NaN : (double) values[at];
    }

    @Override
    long integer() {
        return values[at];
    }
}
