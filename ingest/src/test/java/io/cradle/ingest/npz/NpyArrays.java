package io.cradle.ingest.npz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the heads of arrays, right and wrong. */
public final class NpyArrays {
    private NpyArrays() {}

    /** As NumPy writes it, padded to 64 bytes. */
    public static byte[] head(int version, NpyType type, List<Integer> shape) {
        return head(version, dictionary(type.description(), "False", tuple(shape)));
    }

    static String dictionary(String type, String fortran, String shape) {
        return "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }".formatted(type, fortran, shape);
    }

    static byte[] head(int version, String dictionary) {
        int fixed = version == 1 ? 10 : 12;
        int length = (fixed + dictionary.length() + 1 + 63) / 64 * 64 - fixed;
        String padded = dictionary + " ".repeat(length - dictionary.length() - 1) + "\n";
        return head(version, length, padded);
    }

    /** A head that claims any length. */
    static byte[] head(int version, int length, String text) {
        ByteBuffer count = ByteBuffer.allocate(version == 1 ? 2 : 4).order(ByteOrder.LITTLE_ENDIAN);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
        out.writeBytes((version == 1 ? count.putShort((short) length) : count.putInt(length)).array());
        out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
        return out.toByteArray();
    }

    private static String tuple(List<Integer> shape) {
        String sizes = shape.stream().map(Object::toString).collect(Collectors.joining(", "));
        return "(" + sizes + (shape.size() == 1 ? ",)" : ")");
    }
}
