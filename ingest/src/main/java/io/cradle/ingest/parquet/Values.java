package io.cradle.ingest.parquet;

import java.io.IOException;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;

/** Values of a column, row after row. */
abstract sealed class Values permits Numbers, Integers, Texts, Bytes, NumberLists, TextLists {
    /** Rows that are decoded at once, where a row is one value. */
    static final int BATCH = 1024;

    private final ParquetColumn column;
    private final int present;
    private ColumnReader reader;
    private long left;

    Values(ParquetColumn column, ColumnDescriptor stored) {
        this.column = column;
        this.present = stored.getMaxDefinitionLevel();
    }

    static Values of(ParquetColumn column, ColumnDescriptor stored) {
        return switch (column.kind()) {
            case INTEGER -> new Integers(column, stored);
            case REAL, BOOLEAN -> new Numbers(column, stored);
            case TEXT -> new Texts(column, stored);
            case NUMBERS -> new NumberLists(column, stored);
            case TEXTS -> new TextLists(column, stored);
            case BYTES -> new Bytes(column, stored);
            case OTHER ->
                throw new IllegalArgumentException(
                        "Cannot read column '%s': it is %s; choose another".formatted(column.name(), column.stored()));
        };
    }

    /**
     * Goes on to the next row group.
     *
     * @param count its values, of lists one for each element
     */
    void begin(ColumnReader next, long count) {
        reader = next;
        left = count;
    }

    /** Goes on to the next row. */
    abstract void advance() throws IOException;

    abstract boolean isNull();

    double number() {
        throw wrong("a number");
    }

    long integer() {
        throw wrong("a whole number");
    }

    String text() {
        throw wrong("text");
    }

    byte[] bytes() {
        throw wrong("bytes");
    }

    double[] list() {
        throw wrong("a list of numbers");
    }

    List<String> texts() {
        throw wrong("a list of texts");
    }

    final ParquetColumn column() {
        return column;
    }

    final ColumnReader reader() {
        return reader;
    }

    /** Values of the row group that have not been read yet. */
    final long left() {
        return left;
    }

    /** Definition level of the current value. */
    final int level() throws IOException {
        if (left == 0) {
            throw new IOException("column '%s' ends before its row group does".formatted(column.name()));
        }
        return reader.getCurrentDefinitionLevel();
    }

    /** Definition level of a value that is there. */
    final int present() {
        return present;
    }

    final void consume() {
        reader.consume();
        left--;
    }

    private IllegalArgumentException wrong(String wanted) {
        return new IllegalArgumentException("Cannot read column '%s' as %s: it is %s; mend the name of the column"
                .formatted(column.name(), wanted, column.stored()));
    }
}
