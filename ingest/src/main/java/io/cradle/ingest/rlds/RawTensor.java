package io.cradle.ingest.rlds;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;

/** Numbers that were stored as bytes, a piece for each step, little-endian. */
final class RawTensor {
    private static final Map<String, Type> TYPES = Map.ofEntries(
            Map.entry("float32", new Type(Float.BYTES, ByteBuffer::getFloat)),
            Map.entry("float64", new Type(Double.BYTES, bytes -> (float) bytes.getDouble())),
            Map.entry("bool", new Type(1, bytes -> bytes.get() == 0 ? 0 : 1)),
            Map.entry("uint8", new Type(1, bytes -> Byte.toUnsignedInt(bytes.get()))),
            Map.entry("int8", new Type(1, ByteBuffer::get)),
            Map.entry("uint16", new Type(Short.BYTES, bytes -> Short.toUnsignedInt(bytes.getShort()))),
            Map.entry("int16", new Type(Short.BYTES, ByteBuffer::getShort)),
            Map.entry("int32", new Type(Integer.BYTES, bytes -> (float) bytes.getInt())),
            Map.entry("int64", new Type(Long.BYTES, bytes -> (float) bytes.getLong())));

    private RawTensor() {}

    /** Takes the next number. */
    private interface Take {
        float next(ByteBuffer bytes);
    }

    /**
     * A type of numbers.
     *
     * @param bytes of one
     * @param take how one is read
     */
    private record Type(int bytes, Take take) {}

    /** Whether such bytes are understood. */
    static boolean isRead(RldsShape shape) {
        return TYPES.containsKey(shape.type()) && !shape.encoding().equalsIgnoreCase("zlib");
    }

    /** All numbers of the pieces; a piece that is no multiple of a number's size is refused. */
    static RldsNumbers numbers(String name, TfFeature pieces, RldsShape shape) {
        Type type = TYPES.get(shape.type());
        int each = pieces.length(0) / type.bytes();
        float[] values = new float[Math.multiplyExact(each, pieces.size())];
        for (int piece = 0; piece < pieces.size(); piece++) {
            if (pieces.length(piece) != each * type.bytes()) {
                throw new RldsEpisode.Refused(
                        "lengths contradict",
                        "'%s' has %d bytes of %s at step %d, %d are needed; write the episode again"
                                .formatted(name, pieces.length(piece), shape.type(), piece, each * type.bytes()));
            }
            ByteBuffer bytes = ByteBuffer.wrap(pieces.piece(piece)).order(ByteOrder.LITTLE_ENDIAN);
            for (int i = 0; i < each; i++) {
                values[piece * each + i] = type.take().next(bytes);
            }
        }
        return new RldsNumbers(values, pieces.size());
    }
}
