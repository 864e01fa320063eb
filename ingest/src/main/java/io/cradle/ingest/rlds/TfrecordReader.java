package io.cradle.ingest.rlds;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Reads a file of records: each is its length (8 bytes, little-endian), a checksum of that, the data, and a checksum of
 * those. A record whose data are damaged is left out, and reading goes on after it; where a length cannot be trusted, it
 * ends.
 */
final class TfrecordReader implements AutoCloseable {
    /** Of one record. */
    static final long MOST_BYTES = 1 << 30;

    private static final int HEADER = Long.BYTES + Integer.BYTES;
    private static final int MASK = 0xa282ead8;
    private static final int GZIP = 0x8b1f;

    private final Path file;
    private final Findings findings;
    private final InputStream in;
    private long left;
    private long index = -1;
    private long whole;

    private TfrecordReader(Path file, Findings findings, InputStream in, long bytes) {
        this.file = file;
        this.findings = findings;
        this.in = in;
        this.left = bytes;
    }

    static TfrecordReader open(Path file, Findings findings) {
        try {
            long bytes = Files.size(file);
            return new TfrecordReader(
                    file, findings, new BufferedInputStream(Files.newInputStream(file), 1 << 16), bytes);
        } catch (IOException unreadable) {
            throw new CorruptDataException(
                    file.toString(), "%s; check that you may read it".formatted(unreadable), unreadable);
        }
    }

    /** A checksum as it is stored: rotated, so that checksums of data that hold checksums stay apart. */
    static int masked(byte[] data, int length) {
        CRC32C crc = new CRC32C();
        crc.update(data, 0, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK;
    }

    /** Number of the last record, from 0, those that were left out included. */
    long index() {
        return index;
    }

    /** Records so far, those that were left out included. */
    long count() {
        return index + 1;
    }

    /** The next whole record, or empty at the end of what can be read. */
    Optional<byte[]> next() {
        while (left > 0) {
            byte[] record = record();
            if (record.length > 0) {
                whole++;
                return Optional.of(record);
            }
        }
        return Optional.empty();
    }

    /** A record; empty if it is left out, which has been told. */
    private byte[] record() {
        index++;
        if (left < HEADER) {
            return end("truncated", cut());
        }
        byte[] header = read(HEADER);
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        long length = fields.getLong();
        if (fields.getInt() != masked(header, Long.BYTES)) {
            return end("record length damaged", lost(header));
        }
        if (length < 0 || length > MOST_BYTES) {
            return end(
                    "record too long",
                    "it claims %s bytes, at most %d are read; write smaller episodes"
                            .formatted(Long.toUnsignedString(length), MOST_BYTES));
        }
        return left < length + Integer.BYTES ? end("truncated", cut()) : data((int) length);
    }

    private byte[] data(int length) {
        byte[] data = read(length);
        int stored = ByteBuffer.wrap(read(Integer.BYTES))
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
        int computed = masked(data, length);
        if (stored == computed && length > 0) {
            return data;
        }
        findings.add(
                stored == computed
                        ? refused("record empty", "it has no bytes; write the episode again")
                        : refused(
                                "record checksum wrong",
                                "its checksum is %08x, its %d bytes give %08x; the file was damaged: copy it again"
                                        .formatted(stored, length, computed)));
        return new byte[0];
    }

    private byte[] end(String reason, String detail) {
        left = 0;
        findings.add(refused(reason, detail));
        return new byte[0];
    }

    private String cut() {
        return "the file ends inside this record, after %d whole ones; it was cut short: copy it again"
                .formatted(whole);
    }

    private static String lost(byte[] header) {
        boolean zipped = Short.toUnsignedInt(
                        ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN).getShort())
                == GZIP;
        return zipped
                ? "the file is compressed with gzip; unpack it"
                : "its length does not match its checksum, so where the next record starts is not known; copy the file again";
    }

    private Finding refused(String reason, String detail) {
        return Finding.refused(file.toString(), "record " + index, reason, detail);
    }

    private byte[] read(int bytes) {
        try {
            byte[] read = in.readNBytes(bytes);
            if (read.length < bytes) {
                throw new IOException("it shrank while it was read");
            }
            left -= bytes;
            return read;
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(), "record %d: %s; copy it again".formatted(index, broken.getMessage()), broken);
        }
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException broken) {
            throw new CorruptDataException(file.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
