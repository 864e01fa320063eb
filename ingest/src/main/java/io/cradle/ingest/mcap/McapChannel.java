package io.cradle.ingest.mcap;

/**
 * Where messages of one kind come from.
 *
 * @param id number within the file
 * @param topic such as {@code /joint_states}
 * @param encoding of messages, such as {@code cdr}
 * @param schema what a message is made of
 */
record McapChannel(int id, String topic, String encoding, McapSchema schema) {
    /** Whether both carry the same kind of messages, and so are one stream if they have one topic. */
    boolean carriesSameAs(McapChannel that) {
        return encoding.equals(that.encoding) && schema.equals(that.schema);
    }
}
