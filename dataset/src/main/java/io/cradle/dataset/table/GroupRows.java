package io.cradle.dataset.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/** Whole rows of a row group, by Parquet's own decoders: any encoding, value by value. */
final class GroupRows {
    private GroupRows() {}

    /**
     * Reads a row group.
     *
     * @param columns the part of the file's schema that is read
     * @return each row's values, in the order of the columns; see {@link RowValues}
     */
    static List<Object[]> read(PageFile file, BlockMetaData group, MessageType columns) throws IOException {
        Pages pages = new Pages(group.getRowCount(), new HashMap<>());
        for (ColumnDescriptor column : columns.getColumns()) {
            pages.readers().put(column, file.column(group, column).all());
        }
        RecordReader<Object[]> records = new ColumnIOFactory(file.createdBy())
                .getColumnIO(columns, file.schema())
                .getRecordReader(pages, new RowValues(columns), FilterCompat.NOOP);
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < group.getRowCount(); i++) {
            rows.add(records.read());
        }
        return rows;
    }

    private record Pages(long rows, Map<ColumnDescriptor, PageReader> readers) implements PageReadStore {
        @Override
        public PageReader getPageReader(ColumnDescriptor column) {
            return readers.get(column);
        }

        @Override
        public long getRowCount() {
            return rows;
        }
    }
}
