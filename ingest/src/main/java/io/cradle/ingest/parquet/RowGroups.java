package io.cradle.ingest.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** Goes through the row groups of a file; of each, the chosen columns are in memory as they lie on disk. */
final class RowGroups {
    private final Path file;
    private final ParquetFileReader reader;
    private final MessageType schema;
    private final List<ColumnDescriptor> stored;
    private final Values[] columns;
    private int next;
    private long rows;

    RowGroups(Path file, ParquetFileReader reader, MessageType schema, List<ParquetColumn> chosen) {
        this.file = file;
        this.reader = reader;
        this.schema = schema;
        this.stored = schema.getColumns();
        this.columns = new Values[chosen.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = Values.of(chosen.get(i), stored.get(i));
        }
    }

    Path file() {
        return file;
    }

    /** The columns, which are to be advanced row by row. */
    Values[] columns() {
        return columns.clone();
    }

    /** Rows of the current group. */
    long rows() {
        return rows;
    }

    /** Goes on to the next group that has rows, if there is one. */
    boolean advance() throws IOException {
        while (next < reader.getRowGroups().size()
                && reader.getRowGroups().get(next).getRowCount() == 0) {
            next++;
        }
        if (next == reader.getRowGroups().size()) {
            return false;
        }
        begin(new BoundedPages(reader.readRowGroup(next++)));
        return true;
    }

    /**
     * Passes over whole groups that end before a row of the file, counted from 0.
     *
     * @return rows in them
     */
    long skip(long row) {
        long skipped = 0;
        while (next < reader.getRowGroups().size()
                && skipped + reader.getRowGroups().get(next).getRowCount() <= row) {
            skipped += reader.getRowGroups().get(next++).getRowCount();
            reader.skipNextRowGroup();
        }
        return skipped;
    }

    private void begin(BoundedPages pages) {
        String writer = reader.getFileMetaData().getCreatedBy();
        ColumnReadStoreImpl store = new ColumnReadStoreImpl(pages, new NoConverter(schema), schema, writer);
        for (int i = 0; i < columns.length; i++) {
            long values = pages.getPageReader(stored.get(i)).getTotalValueCount();
            columns[i].begin(store.getColumnReader(stored.get(i)), values);
        }
        rows = pages.getRowCount();
    }
}
