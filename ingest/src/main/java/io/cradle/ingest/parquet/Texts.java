package io.cradle.ingest.parquet;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;

/** One text a row. */
final class Texts extends Values {
    private boolean missing;
    private String value = "";

    Texts(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
    }

    @Override
    void advance() throws IOException {
        missing = level() < present();
        value = missing ? "" : reader().getBinary().toStringUsingUTF8();
        consume();
    }

    @Override
    boolean isNull() {
        return missing;
    }

    @Override
    String text() {
        return value;
    }
}
