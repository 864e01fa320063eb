package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.util.Optional;

/** Schemas, channels and messages of a file in their order, wherever they stand: by themselves or in chunks. */
final class McapRecords {
    /** Most bytes of a message or chunk. */
    private static final long LARGEST = 1L << 30;
    /** Most bytes of a schema or channel. */
    private static final long LARGEST_TEXT = 16L << 20;
    /** Enough for what stands before the records of a chunk. */
    private static final int CHUNK_HEAD = 3 * Long.BYTES + 2 * Integer.BYTES + Long.BYTES;

    private final McapInput input;
    private final McapDamage damage;
    private final boolean closed;
    private ChunkRecords chunk = ChunkRecords.none();
    private boolean ended;

    McapRecords(McapInput input, McapDamage damage) {
        this.input = input;
        this.damage = damage;
        this.closed = input.closed();
    }

    /** The next one, or empty after the data or where the file was cut. */
    Optional<McapRecord> next() {
        Optional<McapRecord> next = chunk.next();
        while (next.isEmpty() && !ended) {
            next = step();
        }
        return next;
    }

    private Optional<McapRecord> step() {
        long at = input.position();
        if (input.left() < McapRecord.HEAD) {
            return cut(at);
        }
        var head = input.read(McapRecord.HEAD);
        int opcode = Byte.toUnsignedInt(head.get());
        long length = head.getLong();
        boolean passedOver = opcode > Opcodes.CHUNK;
        if (opcode == 0 && !closed) {
            return cut(at);
        }
        boolean impossible = opcode == 0 || length < 0 || (!passedOver && length > largest(opcode));
        if (impossible || (length > input.left() && closed)) {
            throw corrupt(at, opcode, length);
        }
        return length > input.left() ? overrun(at, opcode) : whole(at, opcode, length);
    }

    private Optional<McapRecord> whole(long at, int opcode, long length) {
        switch (opcode) {
            case Opcodes.SCHEMA, Opcodes.CHANNEL, Opcodes.MESSAGE -> {
                return Optional.of(new McapRecord(opcode, "record at byte " + at, input.read(length)));
            }
            case Opcodes.CHUNK -> {
                open(new McapRecord(opcode, "chunk at byte " + at, input.read(length)));
                return chunk.next();
            }
            case Opcodes.DATA_END, Opcodes.FOOTER -> {
                input.skip(length);
                return closed ? end() : cut(input.position());
            }
            default -> {
                input.skip(length);
                return Optional.empty();
            }
        }
    }

    private void open(McapRecord record) {
        ChunkBody body = ChunkBody.of(input.file(), record);
        body.requireSane(input.file(), record.place());
        try {
            chunk = new ChunkRecords(input.file(), record.place(), body.records(), ChunkRecords.Ending.WHOLE);
        } catch (IOException damaged) {
            damage.chunk(record.place(), damaged.getMessage());
        }
    }

    /** The file ends within a record. Of a chunk that is not compressed, what is there can be read. */
    private Optional<McapRecord> overrun(long at, int opcode) {
        cut(at);
        if (opcode == Opcodes.CHUNK && input.left() > CHUNK_HEAD + "zstd".length()) {
            McapRecord record = new McapRecord(opcode, "chunk at byte " + at, input.read(input.left()));
            ChunkBody body = ChunkBody.of(input.file(), record);
            if (body.isPlain()) {
                chunk = new ChunkRecords(input.file(), record.place(), body.packed(), ChunkRecords.Ending.CUT);
                cut(input.size() - body.packed().remaining() + chunk.whole());
            }
        }
        return chunk.next();
    }

    private Optional<McapRecord> cut(long at) {
        damage.cut(at, input.size());
        return end();
    }

    private Optional<McapRecord> end() {
        ended = true;
        return Optional.empty();
    }

    private static long largest(int opcode) {
        return opcode == Opcodes.SCHEMA || opcode == Opcodes.CHANNEL ? LARGEST_TEXT : LARGEST;
    }

    private CorruptDataException corrupt(long at, int opcode, long length) {
        return new CorruptDataException(
                input.file(),
                "record at byte %d: kind %d claims %s bytes, %d are left, and %d are the most; the file was damaged: copy it again or re-record"
                        .formatted(at, opcode, Long.toUnsignedString(length), input.left(), largest(opcode)));
    }
}
