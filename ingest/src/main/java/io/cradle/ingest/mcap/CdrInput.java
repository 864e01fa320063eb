package io.cradle.ingest.mcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Common data representation (OMG DDSI-RTPS 2.5, section 10), plain form: four bytes that tell the order of bytes, then
 * values, each aligned to its size from there on; to at most four bytes in its second version.
 */
final class CdrInput {
    private static final int HEAD = 4;

    private final ByteBuffer bytes;
    private final int origin;
    private final int widest;

    /** Reads the first four bytes. */
    CdrInput(ByteBuffer data) {
        this.bytes = data.duplicate();
        require(HEAD);
        int kind = bytes.order(ByteOrder.BIG_ENDIAN).getShort();
        bytes.position(bytes.position() + Short.BYTES);
        this.origin = bytes.position();
        this.widest = switch (kind) {
            case 0, 1 -> Long.BYTES;
            case 6, 7 -> Integer.BYTES;
            default ->
                throw new IllegalArgumentException(
                        "its encapsulation is %d, not 0 or 1 (plain CDR) or 6 or 7 (its second version); record with rosbag2's default"
                                .formatted(kind));
        };
        bytes.order(kind % 2 == 0 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** A number, or 0 or 1. */
    double number(RosType.Primitive type) {
        align(type.bytes());
        return switch (type) {
            case BOOL, BYTE, CHAR, UINT8 -> Byte.toUnsignedInt(bytes.get());
            case INT8 -> bytes.get();
            case INT16 -> bytes.getShort();
            case UINT16 -> Short.toUnsignedInt(bytes.getShort());
            case INT32 -> bytes.getInt();
            case UINT32 -> Integer.toUnsignedLong(bytes.getInt());
            case INT64 -> bytes.getLong();
            case UINT64 -> unsigned(bytes.getLong());
            case FLOAT32 -> bytes.getFloat();
            case FLOAT64 -> bytes.getDouble();
            case STRING -> throw new IllegalArgumentException("a text is no number");
        };
    }

    /** How many elements follow; each takes at least a byte. */
    int count() {
        align(Integer.BYTES);
        long count = Integer.toUnsignedLong(bytes.getInt());
        require(count);
        return (int) count;
    }

    /** A text. */
    String text() {
        byte[] text = new byte[count()];
        bytes.get(text);
        int end = text.length > 0 && text[text.length - 1] == 0 ? text.length - 1 : text.length;
        return new String(text, 0, end, StandardCharsets.UTF_8);
    }

    /** A sequence of bytes. */
    ByteBuffer bytes() {
        int count = count();
        ByteBuffer sequence = bytes.slice(bytes.position(), count);
        bytes.position(bytes.position() + count);
        return sequence;
    }

    private void align(int size) {
        int unit = Math.min(size, widest);
        int padding = Math.floorMod(origin - bytes.position(), unit);
        require((long) padding + size);
        bytes.position(bytes.position() + padding);
    }

    private void require(long wanted) {
        if (wanted > bytes.remaining()) {
            throw new IllegalArgumentException(
                    "it has %d bytes left where %d are needed; its schema may be another's: re-record"
                            .formatted(bytes.remaining(), wanted));
        }
    }

    private static double unsigned(long bits) {
        return bits >= 0 ? bits : ((bits >>> 1) | (bits & 1)) * 2.0;
    }
}
