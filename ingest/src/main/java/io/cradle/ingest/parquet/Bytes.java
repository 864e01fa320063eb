package io.cradle.ingest.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.io.api.Binary;

/** One run of bytes a row, copied only when it is asked for. */
final class Bytes extends Values {
    private Binary value;

    Bytes(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
    }

    @Override
    void advance() throws IOException {
        value = level() < present() ? null : reader().getBinary();
        consume();
    }

    @Override
    boolean isNull() {
        return value == null;
    }

    @Override
    byte[] bytes() {
        return value.getBytes();
    }
}
