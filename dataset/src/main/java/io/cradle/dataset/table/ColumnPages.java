package io.cradle.dataset.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.internal.hadoop.metadata.IndexReference;

/** The pages of one column in one row group. */
final class ColumnPages {
    private static final int MOST_HEADER_BYTES = 1 << 16;
    /** Values as they are, and levels. */
    private static final Set<String> PLAIN = Set.of("PLAIN", "RLE", "BIT_PACKED");

    private final PageFile file;
    private final ColumnChunkMetaData chunk;
    private final ColumnDescriptor column;
    private final long rows;
    private final List<PageLocation> index;

    ColumnPages(PageFile file, ColumnChunkMetaData chunk, ColumnDescriptor column, long rows) throws IOException {
        this.file = file;
        this.chunk = chunk;
        this.column = column;
        this.rows = rows;
        index = index(file, chunk.getOffsetIndexReference());
        requireAscending();
    }

    private static List<PageLocation> index(PageFile file, IndexReference reference) throws IOException {
        if (reference == null) {
            return List.of();
        }
        byte[] bytes = file.read(reference.getOffset(), reference.getLength());
        return List.copyOf(Util.readOffsetIndex(new ByteArrayInputStream(bytes)).getPage_locations());
    }

    private void requireAscending() throws IOException {
        long before = -1;
        for (PageLocation page : index) {
            if (before < 0 ? page.getFirst_row_index() != 0 : page.getFirst_row_index() <= before) {
                throw new IOException("the pages of column '%s' are out of order".formatted(name()));
            }
            before = page.getFirst_row_index();
        }
        if (before >= rows) {
            throw new IOException("a page of column '%s' begins at row %d of %d".formatted(name(), before, rows));
        }
    }

    private String name() {
        return column.getPath()[0];
    }

    ColumnDescriptor column() {
        return column;
    }

    long decompressedBytes() {
        return chunk.getTotalUncompressedSize();
    }

    /** Whether {@link #page} can read it, as it can what is written here: values stored as they are. */
    boolean isPlain() {
        return !index.isEmpty()
                && chunk.getEncodings().stream().map(Encoding::name).allMatch(PLAIN::contains)
                && column.getMaxRepetitionLevel() <= 1;
    }

    /** The page that holds a row of the group. */
    int pageOf(long row) {
        int low = 0;
        int high = index.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (index.get(middle).getFirst_row_index() <= row) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Number of a page's first row in the group; of the row after the last where there is no such page. */
    long firstRow(int page) {
        return page == index.size() ? rows : index.get(page).getFirst_row_index();
    }

    /** Reads one page of a column that {@link #isPlain}. */
    PlainPage page(int number) throws IOException {
        PageLocation location = index.get(number);
        int size = location.getCompressed_page_size();
        if (size > file.mostPageBytes() + MOST_HEADER_BYTES) {
            throw new IOException("a page of column '%s' declares %d bytes, more than %d"
                    .formatted(name(), size, file.mostPageBytes()));
        }
        StoredPage page = StoredPage.in(file.read(location.getOffset(), size), 0, file.mostPageBytes());
        DataPageHeader header = page.header().getData_page_header();
        if (!page.isData() || header.getEncoding() != org.apache.parquet.format.Encoding.PLAIN) {
            throw new IOException("a page of column '%s' is none of plain values".formatted(name()));
        }
        int rowsOfPage = Math.toIntExact(firstRow(number + 1) - firstRow(number));
        return PlainPage.of(page.body(chunk.getCodec(), file.codecs()), column, header.getNum_values(), rowsOfPage);
    }

    /** Reads all pages, in any encoding. */
    ReadPages all() throws IOException {
        byte[] bytes = file.read(chunk.getStartingPos(), chunk.getTotalSize());
        List<StoredPage> pages = new ArrayList<>();
        long values = 0;
        int at = 0;
        while (values < chunk.getValueCount()) {
            StoredPage page = StoredPage.in(bytes, at, file.mostPageBytes());
            values += page.isData() ? page.header().getData_page_header().getNum_values() : 0;
            at = page.end();
            pages.add(page);
        }
        return new ReadPages(pages, chunk.getValueCount(), chunk.getCodec(), file.codecs());
    }
}
