package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Reads the fields of one record, one after another, little-endian. */
final class McapFields {
    private final String file;
    private final String place;
    private final ByteBuffer bytes;

    McapFields(String file, McapRecord record) {
        this.file = file;
        this.place = record.place();
        this.bytes = record.body().duplicate().order(ByteOrder.LITTLE_ENDIAN);
    }

    /** Unsigned, of two bytes. */
    int number16() {
        require(Short.BYTES);
        return Short.toUnsignedInt(bytes.getShort());
    }

    /** Unsigned, of four bytes. */
    long number32() {
        require(Integer.BYTES);
        return Integer.toUnsignedLong(bytes.getInt());
    }

    /** Of eight bytes; negative if it is beyond what fits. */
    long number64() {
        require(Long.BYTES);
        return bytes.getLong();
    }

    /** A text with its length before it. */
    String text() {
        long length = number32();
        require(length);
        byte[] text = new byte[(int) length];
        bytes.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /** Bytes that are left. */
    ByteBuffer rest() {
        return bytes.slice();
    }

    private void require(long wanted) {
        if (wanted > bytes.remaining()) {
            throw new CorruptDataException(
                    file,
                    "%s: a field of %d bytes stands where %d are left; the file was damaged: copy it again or re-record"
                            .formatted(place, wanted, bytes.remaining()));
        }
    }
}
