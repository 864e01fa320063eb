package io.cradle.dataset.table;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.CRC32;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** A page among bytes of a file: its header, which is checked, and its body, still compressed. */
final class StoredPage {
    private final PageHeader header;
    private final byte[] source;
    private final int from;

    private StoredPage(PageHeader header, byte[] source, int from) {
        this.header = header;
        this.source = source;
        this.from = from;
    }

    /**
     * The page that begins at a place.
     *
     * @param most bytes that its body may have, decompressed
     */
    static StoredPage in(byte[] source, int at, int most) throws IOException {
        ByteArrayInputStream rest = new ByteArrayInputStream(source, at, source.length - at);
        PageHeader header = Util.readPageHeader(rest);
        int compressed = header.getCompressed_page_size();
        int decompressed = header.getUncompressed_page_size();
        if (compressed < 0 || compressed > rest.available()) {
            throw new IOException("a page declares %d bytes where %d are left".formatted(compressed, rest.available()));
        }
        if (decompressed < 0 || decompressed > most) {
            throw new IOException("a page declares %d bytes, more than %d".formatted(decompressed, most));
        }
        return new StoredPage(header, source, source.length - rest.available());
    }

    PageHeader header() {
        return header;
    }

    boolean isDictionary() {
        return header.getType() == PageType.DICTIONARY_PAGE;
    }

    boolean isData() {
        return header.getType() == PageType.DATA_PAGE;
    }

    /** Place after it. */
    int end() {
        return from + header.getCompressed_page_size();
    }

    /** What it holds, checked against its checksum if it has one, and decompressed. */
    byte[] body(CompressionCodecName codec, CompressionCodecFactory codecs) throws IOException {
        verify();
        return codec == CompressionCodecName.ZSTD ? zstd() : decompressed(codecs.getDecompressor(codec));
    }

    private void verify() throws IOException {
        if (header.isSetCrc()) {
            CRC32 sum = new CRC32();
            sum.update(source, from, header.getCompressed_page_size());
            if ((int) sum.getValue() != header.getCrc()) {
                throw new IOException("could not verify the checksum of a page");
            }
        }
    }

    /** In one call, where Parquet's codec copies through streams. */
    private byte[] zstd() throws IOException {
        byte[] body = new byte[header.getUncompressed_page_size()];
        long size = Zstd.decompressByteArray(body, 0, body.length, source, from, header.getCompressed_page_size());
        requireDeclared(size);
        return body;
    }

    private byte[] decompressed(CompressionCodecFactory.BytesInputDecompressor codec) throws IOException {
        byte[] body = codec.decompress(
                        BytesInput.from(source, from, header.getCompressed_page_size()),
                        header.getUncompressed_page_size())
                .toByteArray();
        requireDeclared(body.length);
        return body;
    }

    private void requireDeclared(long size) throws IOException {
        if (size != header.getUncompressed_page_size()) {
            throw new IOException("a page of %d bytes declares %d".formatted(size, header.getUncompressed_page_size()));
        }
    }
}
