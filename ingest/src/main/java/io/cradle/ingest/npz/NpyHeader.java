package io.cradle.ingest.npz;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands before the data of an array: eight bytes of magic and version, the length of a Python dictionary, and
 * the dictionary, such as {@code {'descr': '<f8', 'fortran_order': False, 'shape': (25, 100, 3), }}. Versions 1, 2 and 3
 * (numpy.lib.format).
 *
 * @param type type of the elements
 * @param shape sizes, outermost first, each at least 0; of texts with their letters as the last axis
 * @param offset bytes before the data
 */
public record NpyHeader(NpyType type, List<Integer> shape, int offset) {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    /** NumPy's own limit. */
    private static final int LONGEST = 10_000;

    private static final int MOST_DIMENSIONS = 32;
    private static final int ALIGNMENT = 64;
    private static final Pattern ENTRY = Pattern.compile(
            "\\s*'(descr|fortran_order|shape)'\\s*:\\s*('[^']*'|True|False|\\([0-9, ]*\\)|\\[[^\\]]*\\])\\s*(,\\s*|$)");

    public NpyHeader {
        shape = List.copyOf(shape);
    }

    /** Bytes of data that follow. */
    public long bytes() {
        return shape.stream().mapToLong(Integer::longValue).reduce(type.bytes(), Math::multiplyExact);
    }

    /** What stands before the data of an array: version 1, padded to 64 bytes as NumPy does. */
    static byte[] head(NpyType type, List<Integer> shape) {
        String sizes = shape.stream().map(size -> size + ",").collect(Collectors.joining(" "));
        String dictionary =
                "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }".formatted(type.description(), sizes);
        int fixed = MAGIC.length + 2 + Short.BYTES;
        int length = (fixed + dictionary.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - fixed;
        ByteBuffer head = ByteBuffer.allocate(fixed + length).order(ByteOrder.LITTLE_ENDIAN);
        head.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) length);
        head.put((dictionary + " ".repeat(length - dictionary.length() - 1) + "\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        return head.array();
    }

    /**
     * Reads a header; the stream stands at the data afterwards.
     *
     * @throws IllegalArgumentException saying what is wrong, as the end of a sentence about the array
     */
    static NpyHeader read(InputStream in) throws IOException {
        byte[] magic = exactly(in, MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new IllegalArgumentException("it does not start as a .npy array does; save it with NumPy");
        }
        byte[] version = exactly(in, 2);
        int lengthBytes = lengthBytes(version[0]);
        long length = length(exactly(in, lengthBytes));
        if (length > LONGEST) {
            throw new IllegalArgumentException(
                    "its header claims %d bytes, more than %d; save plain numbers".formatted(length, LONGEST));
        }
        Charset charset = version[0] < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        String dictionary = new String(exactly(in, (int) length), charset);
        return of(entries(dictionary), MAGIC.length + version.length + lengthBytes + (int) length);
    }

    private static byte[] exactly(InputStream in, int bytes) throws IOException {
        byte[] read = in.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException("it ends inside its header");
        }
        return read;
    }

    private static int lengthBytes(byte version) {
        return switch (version) {
            case 1 -> Short.BYTES;
            case 2, 3 -> Integer.BYTES;
            default ->
                throw new IllegalArgumentException(
                        "its format version %d is not known; save it with NumPy's version 1, 2 or 3"
                                .formatted(Byte.toUnsignedInt(version)));
        };
    }

    private static long length(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.length == Short.BYTES
                ? Short.toUnsignedInt(buffer.getShort())
                : Integer.toUnsignedLong(buffer.getInt());
    }

    private static Map<String, String> entries(String dictionary) {
        String text = dictionary.strip();
        if (!text.startsWith("{") || !text.endsWith("}")) {
            throw malformed(dictionary);
        }
        String body = text.substring(1, text.length() - 1);
        Matcher entry = ENTRY.matcher(body);
        Map<String, String> entries = new HashMap<>();
        int end = 0;
        while (entry.region(end, body.length()).lookingAt()) {
            if (entries.put(entry.group(1), entry.group(2)) != null) {
                throw malformed(dictionary);
            }
            end = entry.end();
        }
        if (entries.size() < 3 || !body.substring(end).isBlank()) {
            throw malformed(dictionary);
        }
        return entries;
    }

    private static NpyHeader of(Map<String, String> entries, int offset) {
        String type = entries.get("descr");
        if (type.startsWith("[")) {
            throw new IllegalArgumentException(
                    "it holds records (dtype %s); save each field as an array of its own".formatted(type));
        }
        if (!type.startsWith("'")) {
            throw malformed("'descr': " + type);
        }
        requireOrderOfC(entries.get("fortran_order"));
        String described = type.substring(1, type.length() - 1);
        List<Integer> shape = new ArrayList<>(shape(entries.get("shape")));
        NpyType.letters(described).ifPresent(shape::add);
        return new NpyHeader(NpyType.of(described), shape, offset);
    }

    private static void requireOrderOfC(String fortran) {
        if (fortran.equals("True")) {
            throw new IllegalArgumentException("it is in Fortran order; save it with np.ascontiguousarray");
        }
        if (!fortran.equals("False")) {
            throw malformed("'fortran_order': " + fortran);
        }
    }

    private static List<Integer> shape(String tuple) {
        if (!tuple.startsWith("(")) {
            throw malformed("'shape': " + tuple);
        }
        List<Integer> shape = Arrays.stream(
                        tuple.substring(1, tuple.length() - 1).split(","))
                .map(String::strip)
                .filter(size -> !size.isEmpty())
                .map(NpyHeader::size)
                .toList();
        if (shape.size() > MOST_DIMENSIONS) {
            throw malformed(tuple);
        }
        return shape;
    }

    private static int size(String digits) {
        if (!digits.matches("[0-9]{1,10}") || Long.parseLong(digits) > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "its shape has a size of '%s', more than %d; split the file".formatted(digits, Integer.MAX_VALUE));
        }
        return Integer.parseInt(digits);
    }

    private static IllegalArgumentException malformed(String text) {
        String shown = text.strip();
        return new IllegalArgumentException("its header is not NumPy's: %s; save it with NumPy"
                .formatted(shown.length() > 100 ? shown.substring(0, 100) + "…" : shown));
    }
}
