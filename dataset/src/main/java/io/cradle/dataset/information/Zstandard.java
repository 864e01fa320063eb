package io.cradle.dataset.information;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** One zstd stream, of which only the length is kept. What is fed to it one after another is compressed as one whole. */
final class Zstandard implements AutoCloseable {
    private final Length length = new Length();
    private final ZstdOutputStream stream;

    /**
     * An empty stream.
     *
     * @param level of compression, with zstd's own parameters for data of unknown size
     */
    Zstandard(int level) {
        try {
            stream = new ZstdOutputStream(length, level);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Compresses more. */
    void add(byte[] bytes) {
        try {
            stream.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Ends the stream. */
    @Override
    public void close() {
        try {
            stream.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Bytes of the whole, once it is closed. */
    long bytes() {
        return length.bytes;
    }

    /** Counts what is written to it. */
    private static final class Length extends OutputStream {
        private long bytes;

        @Override
        public void write(int one) {
            bytes++;
        }

        @Override
        public void write(byte[] many, int from, int count) {
            bytes += count;
        }
    }
}
