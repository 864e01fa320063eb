package io.cradle.ingest.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** One number a row; NaN where there is none, beside a mark. */
final class Numbers extends Values {
    private final Decoder decoder;
    private final double[] values = new double[BATCH];
    private final boolean[] missing = new boolean[BATCH];
    private int filled;
    private int at = -1;

    Numbers(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
        this.decoder = Decoder.of(stored);
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
            values[row] = missing[row] ? Double.NaN : decoder.decode(reader());
            consume();
        }
        filled = rows;
        at = 0;
    }

    @Override
    boolean isNull() {
        return missing[at];
    }

    @Override
    double number() {
        return values[at];
    }
}
