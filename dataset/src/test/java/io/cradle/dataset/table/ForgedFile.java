package io.cradle.dataset.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageLocation;
import org.apache.parquet.format.Util;

/** A Parquet file that says of itself what is not so. */
final class ForgedFile {
    private static final int TAIL = 8;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final byte[] original;
    private final FileMetaData footer;

    ForgedFile(byte[] original) throws IOException {
        this.original = original;
        int length = ByteBuffer.wrap(original).order(ByteOrder.LITTLE_ENDIAN).getInt(original.length - TAIL);
        int at = original.length - TAIL - length;
        footer = Util.readFileMetaData(new ByteArrayInputStream(original, at, length));
        data.write(original, 0, at);
    }

    /** Changes what the footer says of a column in the first row group. */
    ForgedFile column(String name, Consumer<ColumnChunk> forgery) {
        forgery.accept(chunk(name));
        return this;
    }

    /** Changes what the footer says of the file. */
    ForgedFile footer(Consumer<FileMetaData> forgery) {
        forgery.accept(footer);
        return this;
    }

    /** Changes what the index says of a column's pages in the first row group. */
    ForgedFile index(String name, Consumer<OffsetIndex> forgery) throws IOException {
        OffsetIndex index = index(chunk(name));
        forgery.accept(index);
        return replace(chunk(name), index);
    }

    /** Changes the header of a column's first page in the first row group. */
    ForgedFile page(String name, Consumer<PageHeader> forgery) throws IOException {
        OffsetIndex index = index(chunk(name));
        PageLocation page = index.getPage_locations().get(0);
        int end = Math.toIntExact(page.getOffset()) + page.getCompressed_page_size();
        ByteArrayInputStream in =
                new ByteArrayInputStream(original, (int) page.getOffset(), page.getCompressed_page_size());
        PageHeader header = Util.readPageHeader(in);
        int body = end - in.available();
        forgery.accept(header);
        page.setOffset(data.size());
        Util.writePageHeader(header, data);
        data.write(Arrays.copyOfRange(original, body, end));
        page.setCompressed_page_size(data.size() - (int) page.getOffset());
        return replace(chunk(name), index);
    }

    private ForgedFile replace(ColumnChunk chunk, OffsetIndex index) throws IOException {
        chunk.setOffset_index_offset(data.size());
        Util.writeOffsetIndex(index, data);
        chunk.setOffset_index_length(data.size() - (int) chunk.getOffset_index_offset());
        return this;
    }

    private OffsetIndex index(ColumnChunk chunk) throws IOException {
        return Util.readOffsetIndex(new ByteArrayInputStream(
                original, (int) chunk.getOffset_index_offset(), chunk.getOffset_index_length()));
    }

    private ColumnChunk chunk(String name) {
        return footer.getRow_groups().get(0).getColumns().stream()
                .filter(chunk -> chunk.getMeta_data().getPath_in_schema().get(0).equals(name))
                .findFirst()
                .orElseThrow();
    }

    byte[] bytes() throws IOException {
        int at = data.size();
        Util.writeFileMetaData(footer, data);
        int length = data.size() - at;
        data.write(ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(length)
                .array());
        data.write("PAR1".getBytes(StandardCharsets.US_ASCII));
        return data.toByteArray();
    }
}
