package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** The records of one unpacked chunk, one after another. */
final class ChunkRecords {
    private final String file;
    private final String place;
    private final ByteBuffer bytes;
    private final Ending ending;

    ChunkRecords(String file, String place, ByteBuffer bytes, Ending ending) {
        this.file = file;
        this.place = place;
        this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        this.ending = ending;
    }

    /** Whether the chunk's end is there. */
    enum Ending {
        /** All of it. */
        WHOLE,
        /** The last record may be cut. */
        CUT
    }

    /** A chunk without records. */
    static ChunkRecords none() {
        return new ChunkRecords("", "", ByteBuffer.allocate(0), Ending.WHOLE);
    }

    /** The next whole record. */
    Optional<McapRecord> next() {
        if (!bytes.hasRemaining()) {
            return Optional.empty();
        }
        if (bytes.remaining() < McapRecord.HEAD) {
            return cut(McapRecord.HEAD);
        }
        int opcode = Byte.toUnsignedInt(bytes.get());
        long length = bytes.getLong();
        if (length < 0 || length > bytes.remaining()) {
            return cut(length);
        }
        ByteBuffer body = bytes.slice(bytes.position(), (int) length);
        bytes.position(bytes.position() + (int) length);
        return Optional.of(new McapRecord(opcode, place, body));
    }

    /** Bytes of the records that are whole. */
    int whole() {
        ChunkRecords ahead = new ChunkRecords(file, place, bytes, ending);
        int whole = bytes.position();
        while (ahead.next().isPresent()) {
            whole = ahead.bytes.position();
        }
        return whole;
    }

    private Optional<McapRecord> cut(long wanted) {
        if (ending == Ending.WHOLE) {
            throw new CorruptDataException(
                    file,
                    "%s: a record in it claims %s bytes where %d are left; re-record, or mend it with 'mcap recover'"
                            .formatted(place, Long.toUnsignedString(wanted), bytes.remaining()));
        }
        bytes.position(bytes.limit());
        return Optional.empty();
    }
}
