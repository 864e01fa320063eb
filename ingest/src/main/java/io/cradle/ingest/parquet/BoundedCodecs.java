package io.cradle.ingest.parquet;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Decompresses pages up to a size that no writer's page has: the size is what the file says, and memory is taken for it.
 *
 * @param codecs Parquet's own
 */
record BoundedCodecs(CompressionCodecFactory codecs) implements CompressionCodecFactory {
    static final int MOST_PAGE_BYTES = 256 << 20;

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName name) {
        return codecs.getCompressor(name);
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
        return new Bounded(codecs.getDecompressor(name));
    }

    @Override
    public void release() {
        codecs.release();
    }

    private record Bounded(BytesInputDecompressor codec) implements BytesInputDecompressor {
        @Override
        public BytesInput decompress(BytesInput page, int size) throws IOException {
            return codec.decompress(page, bounded(size));
        }

        @Override
        public void decompress(ByteBuffer page, int compressed, ByteBuffer output, int size) throws IOException {
            codec.decompress(page, compressed, output, bounded(size));
        }

        @Override
        public void release() {
            codec.release();
        }

        private static int bounded(int size) throws IOException {
            if (size < 0 || size > MOST_PAGE_BYTES) {
                throw new IOException("a page claims %d bytes, at most %d are read".formatted(size, MOST_PAGE_BYTES));
            }
            return size;
        }
    }
}
