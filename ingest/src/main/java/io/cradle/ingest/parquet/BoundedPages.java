package io.cradle.ingest.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;

/**
 * Pages of a row group, whose dictionaries hold no more entries than they have room for: memory is taken for each.
 *
 * @param group Parquet's own
 */
record BoundedPages(PageReadStore group) implements PageReadStore {
    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
        return new Bounded(group.getPageReader(column));
    }

    @Override
    public long getRowCount() {
        return group.getRowCount();
    }

    private record Bounded(PageReader pages) implements PageReader {
        @Override
        public DictionaryPage readDictionaryPage() {
            DictionaryPage page = pages.readDictionaryPage();
            if (page != null
                    && (page.getDictionarySize() < 0
                            || page.getDictionarySize() > page.getBytes().size() / Integer.BYTES)) {
                throw new UncheckedIOException(new IOException("a dictionary claims %d entries in %d bytes"
                        .formatted(page.getDictionarySize(), page.getBytes().size())));
            }
            return page;
        }

        @Override
        public long getTotalValueCount() {
            return pages.getTotalValueCount();
        }

        @Override
        public DataPage readPage() {
            return pages.readPage();
        }
    }
}
