package io.cradle.ingest.npz;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/** The data of one array, read from front to back in pieces of the caller's choice. */
public final class NpyStream implements AutoCloseable {
    private final NpzFile.ArrayName name;
    private final CheckedInputStream in;
    private final NpyHeader header;
    private final long checkSum;

    private NpyStream(NpzFile.ArrayName name, CheckedInputStream in, NpyHeader header, long checkSum) {
        this.name = name;
        this.in = in;
        this.header = header;
        this.checkSum = checkSum;
    }

    /** Reads the header, and compares the size that the archive declares with the one that follows from the shape. */
    static NpyStream open(NpzFile.ArrayName name, InputStream data, ZipEntry entry) throws IOException {
        CheckedInputStream in = new CheckedInputStream(data, new CRC32());
        NpyHeader header = header(name, in);
        long expected = bytes(name, header);
        if (entry.getSize() != expected) {
            throw name.corrupt("the archive declares %d bytes, its header %d (%s %s); save it again with NumPy"
                    .formatted(entry.getSize(), expected, header.type().description(), header.shape()));
        }
        return new NpyStream(name, in, header, entry.getCrc());
    }

    private static NpyHeader header(NpzFile.ArrayName name, InputStream in) throws IOException {
        try {
            return NpyHeader.read(in);
        } catch (IllegalArgumentException refused) {
            throw name.corrupt(refused.getMessage());
        }
    }

    private static long bytes(NpzFile.ArrayName name, NpyHeader header) {
        try {
            return Math.addExact(header.offset(), header.bytes());
        } catch (ArithmeticException tooLarge) {
            throw name.corrupt(
                    "its shape %s is larger than any file; save it again with NumPy".formatted(header.shape()));
        }
    }

    /** Type and shape. */
    public NpyHeader header() {
        return header;
    }

    /** The next so many bytes; the caller bounds them before asking. */
    public byte[] next(int bytes) {
        try {
            byte[] read = in.readNBytes(bytes);
            if (read.length < bytes) {
                throw name.corrupt("it ends %d bytes early; the file was cut short: copy or collect it again"
                        .formatted(bytes - read.length));
            }
            return read;
        } catch (IOException broken) {
            throw name.unreadable(broken);
        }
    }

    /** To be called after the last byte: checks that nothing follows, and the archive's check sum (CRC-32). */
    public void finish() {
        try {
            if (in.read() >= 0) {
                throw name.corrupt("more data follows than its header declares; save it again with NumPy");
            }
        } catch (IOException broken) {
            throw name.unreadable(broken);
        }
        if (in.getChecksum().getValue() != checkSum) {
            throw name.corrupt("its check sum is wrong: the file was damaged; copy or collect it again");
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException broken) {
            throw name.unreadable(broken);
        }
    }
}
