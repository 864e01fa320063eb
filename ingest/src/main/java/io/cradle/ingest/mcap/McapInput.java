package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;

/** A file of known size, read from front to back. */
final class McapInput implements AutoCloseable {
    private static final byte[] MAGIC = {(byte) 0x89, 'M', 'C', 'A', 'P', '0', '\r', '\n'};
    private static final int BUFFER = 1 << 16;

    private final Path path;
    private final FileChannel channel;
    private final InputStream in;
    private final long size;
    private long position;

    private McapInput(Path path, FileChannel channel, long position) throws IOException {
        this.path = path;
        this.channel = channel;
        this.size = channel.size();
        this.position = position;
        channel.position(position);
        this.in = new BufferedInputStream(Channels.newInputStream(channel), BUFFER);
    }

    /** Opens a file at its first record. */
    static McapInput open(Path path) {
        requireMagic(path);
        return openAt(path, MAGIC.length);
    }

    /** Opens a file somewhere. */
    static McapInput openAt(Path path, long position) {
        try {
            return new McapInput(path, FileChannel.open(path), position);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** Checks how a file begins; one that was cut within its first eight bytes passes. */
    static void requireMagic(Path path) {
        byte[] start;
        try (FileChannel file = FileChannel.open(path)) {
            start = at(file, 0, (int) Math.min(MAGIC.length, file.size()));
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
        if (!Arrays.equals(start, Arrays.copyOf(MAGIC, start.length))) {
            throw new CorruptDataException(
                    path.toString(),
                    "it does not start as an MCAP file does (89 4d 43 41 50 30 0d 0a); convert it with the 'mcap' command, or leave it out");
        }
    }

    /** The file. */
    String file() {
        return path.toString();
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    /** Bytes that were read. */
    long position() {
        return position;
    }

    /** Bytes that are left. */
    long left() {
        return Math.max(0, size - position);
    }

    /** Whether it ends as a file does that was closed by its recorder. */
    boolean closed() {
        try {
            return size >= 2L * MAGIC.length && Arrays.equals(MAGIC, at(channel, size - MAGIC.length, MAGIC.length));
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** The last {@code bytes} before the magic at the end. */
    ByteBuffer tail(int bytes) {
        try {
            long from = Math.max(0, size - MAGIC.length - bytes);
            return ByteBuffer.wrap(at(channel, from, bytes)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** The next bytes, which the caller has compared with {@link #left}. */
    ByteBuffer read(long bytes) {
        try {
            byte[] read = new byte[(int) bytes];
            if (in.readNBytes(read, 0, read.length) < read.length) {
                throw new EOFException("it became shorter while it was read");
            }
            position += bytes;
            return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    /** Passes over bytes, which the caller has compared with {@link #left}. */
    void skip(long bytes) {
        try {
            in.skipNBytes(bytes);
            position += bytes;
        } catch (IOException unreadable) {
            throw unreadable(path, unreadable);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    private static byte[] at(FileChannel file, long from, int bytes) throws IOException {
        ByteBuffer read = ByteBuffer.allocate(bytes);
        while (read.hasRemaining()) {
            if (file.read(read, from + read.position()) < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return read.array();
    }

    private static CorruptDataException unreadable(Path path, IOException cause) {
        return new CorruptDataException(
                path.toString(), "%s; check that the file is there and that you may read it".formatted(cause), cause);
    }
}
