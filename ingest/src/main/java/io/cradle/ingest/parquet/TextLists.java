package io.cradle.ingest.parquet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;

/** One list of texts a row; missing ones are left out. */
final class TextLists extends Values {
    private static final int MOST_ELEMENTS = 1 << 20;

    private final Elements elements;
    private final List<String> values = new ArrayList<>();
    private boolean missing;

    TextLists(ParquetColumn column, ColumnDescriptor stored) {
        super(column, stored);
        this.elements = Elements.of(column, stored);
    }

    @Override
    void advance() throws IOException {
        values.clear();
        missing = elements.isNull(level());
        do {
            if (level() == present()) {
                add(reader().getBinary().toStringUsingUTF8());
            }
            consume();
        } while (left() > 0 && reader().getCurrentRepetitionLevel() > 0);
    }

    private void add(String value) throws IOException {
        if (values.size() == MOST_ELEMENTS) {
            throw new IOException(
                    "column '%s' has a list of more than %d texts".formatted(column().name(), MOST_ELEMENTS));
        }
        values.add(value);
    }

    @Override
    boolean isNull() {
        return missing;
    }

    @Override
    List<String> texts() {
        return List.copyOf(values);
    }
}
