package io.cradle.ingest.parquet;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A local file, as Parquet asks for it.
 *
 * @param path where it lies
 */
record LocalFile(Path path) implements InputFile {
    @Override
    public long getLength() throws IOException {
        return Files.size(path);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new LocalStream(new FileInputStream(path.toFile()));
    }

    @Override
    public String toString() {
        return path.toString();
    }

    /** Reads from any position. */
    private static final class LocalStream extends DelegatingSeekableInputStream {
        private final FileChannel channel;

        LocalStream(FileInputStream file) {
            super(file);
            this.channel = file.getChannel();
        }

        @Override
        public long getPos() throws IOException {
            return channel.position();
        }

        @Override
        public void seek(long position) throws IOException {
            channel.position(position);
        }
    }
}
