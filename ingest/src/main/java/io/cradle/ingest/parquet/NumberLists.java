package io.cradle.ingest.parquet;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;

/** One list of numbers a row; NaN where an element is missing. */
final class NumberLists extends Values {
    private static final int MOST_ELEMENTS = 1 << 24;

    private final Decoder decoder;
    private final Elements elements;
    private double[] values = new double[16];
    private int size;
    private boolean missing;

    NumberLists(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
        this.decoder = Decoder.of(stored);
        this.elements = Elements.of(column, stored);
    }

    @Override
    void advance() throws IOException {
        size = 0;
        missing = elements.isNull(level());
        do {
            int level = level();
            if (elements.isElement(level)) {
                add(level < present() ? Double.NaN : decoder.decode(reader()));
            }
            consume();
        } while (left() > 0 && reader().getCurrentRepetitionLevel() > 0);
    }

    private void add(double value) throws IOException {
        if (size == values.length) {
            if (size >= MOST_ELEMENTS) {
                throw new IOException(
                        "column '%s' has a list of more than %d numbers".formatted(column().name(), MOST_ELEMENTS));
            }
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    @Override
    boolean isNull() {
        return missing;
    }

    @Override
    double[] list() {
        return Arrays.copyOf(values, size);
    }
}
