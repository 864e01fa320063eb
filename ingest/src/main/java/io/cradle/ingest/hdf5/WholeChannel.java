package io.cradle.ingest.hdf5;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file whose reads are answered in full or not at all. jhdf 0.10.0 repeats a read that came back short at the same
 * address, so that behind the end of a file that was cut short it would find bytes that were never there.
 */
final class WholeChannel extends FileChannel {
    private final FileChannel file;
    private final long size;

    private WholeChannel(FileChannel file) throws IOException {
        this.file = file;
        this.size = file.size();
    }

    /** Opens a file for reading. */
    static WholeChannel open(Path path) throws IOException {
        return new WholeChannel(FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        int wanted = into.remaining();
        requireInside(position, wanted);
        while (into.hasRemaining()) {
            int read = file.read(into, position + wanted - into.remaining());
            if (read < 0) {
                throw new EOFException("it became shorter while it was read");
            }
        }
        return wanted;
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long length) throws IOException {
        try {
            requireInside(position, length);
        } catch (EOFException cut) {
            // unchecked, or else jhdf takes memory for it and tries again
            throw new UncheckedIOException(cut);
        }
        return file.map(MapMode.READ_ONLY, position, length);
    }

    private void requireInside(long position, long length) throws EOFException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new EOFException(
                    "%d bytes at %d are asked for, but the file has %d bytes".formatted(length, position, size));
        }
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }

    @Override
    public int read(ByteBuffer into) {
        throw new UnsupportedOperationException("Cannot read without a position: it is read at addresses alone");
    }

    @Override
    public long read(ByteBuffer[] into, int offset, int length) {
        throw new UnsupportedOperationException("Cannot read without a position: it is read at addresses alone");
    }

    @Override
    public long position() {
        return 0;
    }

    @Override
    public FileChannel position(long position) {
        throw new UnsupportedOperationException("Cannot move: it is read at addresses alone");
    }

    @Override
    public int write(ByteBuffer from) {
        throw new NonWritableChannelException();
    }

    @Override
    public long write(ByteBuffer[] from, int offset, int length) {
        throw new NonWritableChannelException();
    }

    @Override
    public int write(ByteBuffer from, long position) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileChannel truncate(long length) {
        throw new NonWritableChannelException();
    }

    @Override
    public void force(boolean metaData) {
        // nothing is written
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return file.transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) {
        throw new NonWritableChannelException();
    }

    @Override
    public FileLock lock(long position, long length, boolean shared) throws IOException {
        return file.lock(position, length, shared);
    }

    @Override
    public FileLock tryLock(long position, long length, boolean shared) throws IOException {
        return file.tryLock(position, length, shared);
    }
}
