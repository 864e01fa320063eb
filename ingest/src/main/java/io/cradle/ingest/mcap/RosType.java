package io.cradle.ingest.mcap;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a field of a message is. */
sealed interface RosType {
    /** What is not made of others. */
    enum Primitive implements RosType {
        BOOL(1),
        BYTE(1),
        CHAR(1),
        INT8(1),
        UINT8(1),
        INT16(2),
        UINT16(2),
        INT32(4),
        UINT32(4),
        INT64(8),
        UINT64(8),
        FLOAT32(4),
        FLOAT64(8),
        /** A length of four bytes, and as many bytes, the last of them 0. */
        STRING(4);

        private final int bytes;

        Primitive(int bytes) {
            this.bytes = bytes;
        }

        /** Its size, to which it is aligned too. */
        int bytes() {
            return bytes;
        }

        /** The one that a schema calls so. */
        static Optional<Primitive> named(String name) {
            for (Primitive primitive : values()) {
                if (primitive.name().toLowerCase(Locale.ROOT).equals(name)) {
                    return Optional.of(primitive);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * A message within a message.
     *
     * @param name such as {@code geometry_msgs/Point}
     * @param fields in order, at least one
     */
    record Struct(String name, List<Field> fields) implements RosType {
        public Struct {
            fields = List.copyOf(fields);
        }
    }

    /** How often a field's type stands in it. */
    enum Arity {
        /** Once. */
        ONE,
        /** As often as the schema says. */
        FIXED,
        /** As often as the message says. */
        SEQUENCE
    }

    /**
     * A field of a message.
     *
     * @param name its name
     * @param type its type, or that of its elements
     * @param arity how often
     * @param count elements of a fixed array; 1 otherwise
     */
    record Field(String name, RosType type, Arity arity, int count) {}
}
