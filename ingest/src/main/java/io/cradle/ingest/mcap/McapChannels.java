package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Schemas and channels that a file has declared so far. */
final class McapChannels {
    private final String file;
    private final Map<Integer, McapSchema> schemas = new HashMap<>();
    private final Map<Integer, Declaration> declarations = new HashMap<>();
    private final Map<Integer, McapChannel> channels = new HashMap<>();

    McapChannels(String file) {
        this.file = file;
    }

    /**
     * A channel as its record has it.
     *
     * @param schema number of its schema; 0 if it has none
     */
    private record Declaration(int schema, String topic, String encoding) {}

    /** Takes note of a schema or a channel, and passes over any other record. */
    void add(McapRecord record) {
        if (record.opcode() == Opcodes.SCHEMA) {
            schema(record);
        } else if (record.opcode() == Opcodes.CHANNEL) {
            channel(record);
        }
    }

    /** A channel of which everything is known. */
    Optional<McapChannel> find(int id) {
        McapChannel known = channels.get(id);
        if (known == null && declarations.containsKey(id)) {
            Declaration declared = declarations.get(id);
            McapSchema schema = declared.schema() == 0 ? McapSchema.NONE : schemas.get(declared.schema());
            known = schema == null ? null : new McapChannel(id, declared.topic(), declared.encoding(), schema);
            if (known != null) {
                channels.put(id, known);
            }
        }
        return Optional.ofNullable(known);
    }

    private void schema(McapRecord record) {
        McapFields fields = new McapFields(file, record);
        int id = fields.number16();
        String name = fields.text();
        String encoding = fields.text();
        String text = fields.text();
        once(schemas, id, new McapSchema(name, encoding, text), record, "schema");
    }

    private void channel(McapRecord record) {
        McapFields fields = new McapFields(file, record);
        int id = fields.number16();
        int schema = fields.number16();
        String topic = fields.text();
        once(declarations, id, new Declaration(schema, topic, fields.text()), record, "channel");
    }

    private <T> void once(Map<Integer, T> known, int id, T value, McapRecord record, String kind) {
        T before = known.putIfAbsent(id, value);
        if (before != null && !before.equals(value)) {
            throw new CorruptDataException(
                    file,
                    "%s: %s %d is declared a second time and otherwise; re-record, or convert it with the 'mcap' command"
                            .formatted(record.place(), kind, id));
        }
    }
}
