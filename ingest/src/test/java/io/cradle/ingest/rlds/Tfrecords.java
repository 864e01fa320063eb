package io.cradle.ingest.rlds;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes files of records. */
final class Tfrecords {
    private Tfrecords() {}

    static Path write(Path file, byte[]... records) {
        return bytes(file, of(records));
    }

    static Path bytes(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static byte[] of(byte[]... records) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] record : records) {
            all.writeBytes(header(record.length));
            all.writeBytes(record);
            all.writeBytes(integer(TfrecordReader.masked(record, record.length)));
        }
        return all.toByteArray();
    }

    /** A length with its checksum. */
    static byte[] header(long length) {
        byte[] bytes = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(length)
                .array();
        return ByteBuffer.allocate(12)
                .put(bytes)
                .put(integer(TfrecordReader.masked(bytes, bytes.length)))
                .array();
    }

    private static byte[] integer(int value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
