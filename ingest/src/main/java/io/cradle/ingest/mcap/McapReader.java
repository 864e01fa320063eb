package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/** The messages of a file in its order. Needs memory for one chunk. */
final class McapReader implements AutoCloseable {
    private static final int FOOTER_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private final McapInput input;
    private final McapDamage damage;
    private final McapRecords records;
    private final McapChannels channels;
    private boolean summarised;

    private McapReader(McapInput input) {
        this.input = input;
        this.damage = new McapDamage(input.file());
        this.records = new McapRecords(input, damage);
        this.channels = new McapChannels(input.file());
    }

    /** Opens a file at its first message. */
    static McapReader open(Path file) {
        return new McapReader(McapInput.open(file));
    }

    /** What could not be read so far. */
    McapDamage damage() {
        return damage;
    }

    /**
     * The next message of a known channel.
     *
     * @throws CorruptDataException if what the file says of itself can't be true
     */
    Optional<McapMessage> next() {
        for (Optional<McapRecord> record = records.next(); record.isPresent(); record = records.next()) {
            if (record.get().opcode() != Opcodes.MESSAGE) {
                channels.add(record.get());
                continue;
            }
            Optional<McapMessage> message = message(record.get());
            if (message.isPresent()) {
                damage.message();
                return message;
            }
            damage.orphan();
        }
        return Optional.empty();
    }

    private Optional<McapMessage> message(McapRecord record) {
        McapFields fields = new McapFields(input.file(), record);
        int id = fields.number16();
        fields.number32();
        long time = fields.number64();
        fields.number64();
        return channel(id).map(channel -> new McapMessage(channel, time, fields.rest()));
    }

    /** Where the record that declares it was lost, the summary at the end of the file may have a copy. */
    private Optional<McapChannel> channel(int id) {
        Optional<McapChannel> known = channels.find(id);
        if (known.isEmpty() && !summarised) {
            summarised = true;
            readSummary();
            return channels.find(id);
        }
        return known;
    }

    private void readSummary() {
        int bytes = McapRecord.HEAD + FOOTER_BYTES;
        if (!input.closed() || input.size() < 2L * bytes) {
            return;
        }
        ByteBuffer footer = input.tail(bytes);
        int opcode = Byte.toUnsignedInt(footer.get());
        long length = footer.getLong();
        long start = footer.getLong();
        if (opcode == Opcodes.FOOTER && length == FOOTER_BYTES && start > 0 && start < input.size() - bytes) {
            readSummary(start);
        }
    }

    private void readSummary(long start) {
        try (McapInput summary = McapInput.openAt(Path.of(input.file()), start)) {
            McapRecords copies = new McapRecords(summary, new McapDamage(input.file()));
            for (Optional<McapRecord> copy = copies.next(); copy.isPresent(); copy = copies.next()) {
                channels.add(copy.get());
            }
        }
    }

    @Override
    public void close() {
        input.close();
    }
}
