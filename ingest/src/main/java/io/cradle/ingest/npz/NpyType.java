package io.cradle.ingest.npz;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Element types of arrays that are read. */
public enum NpyType {
    /** Boolean, one byte of 0 or 1. */
    BOOL("|b1", 1),
    /** Unsigned byte. */
    U8("|u1", 1),
    /** IEEE 754 binary32, little-endian. */
    F32("<f4", Float.BYTES),
    /** IEEE 754 binary64, little-endian. */
    F64("<f8", Double.BYTES),
    /** Two's complement 32-bit integer, little-endian. */
    I32("<i4", Integer.BYTES),
    /** Two's complement 64-bit integer, little-endian. */
    I64("<i8", Long.BYTES),
    /** A code point of a text, little-endian UTF-32; an array of texts has their letters as its last axis. */
    TEXT("<U1", Integer.BYTES);

    private static final Pattern TEXTS = Pattern.compile("<U([1-9][0-9]{0,4})");

    private final String description;
    private final int bytes;

    NpyType(String description, int bytes) {
        this.description = description;
        this.bytes = bytes;
    }

    /** As NumPy writes it, such as {@code <f8}. */
    public String description() {
        return description;
    }

    /** Bytes of one element. */
    public int bytes() {
        return bytes;
    }

    /** The type that NumPy describes so. */
    static NpyType of(String description) {
        return TEXTS.matcher(description).matches() ? TEXT : plain(description);
    }

    /** How many letters each text has room for, if it describes texts. */
    static OptionalInt letters(String description) {
        Matcher text = TEXTS.matcher(description);
        return text.matches() ? OptionalInt.of(Integer.parseInt(text.group(1))) : OptionalInt.empty();
    }

    private static NpyType plain(String description) {
        return Arrays.stream(values())
                .filter(type -> type.description.equals(description))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(refusal(description)));
    }

    private static String refusal(String description) {
        if (description.startsWith("|O") || description.startsWith("O")) {
            return "it holds Python objects (dtype '%s'), which are never read; save plain numbers"
                    .formatted(description);
        }
        if (description.startsWith(">")) {
            return "it is big-endian (dtype '%s'); save it as little-endian with .astype('<%s')"
                    .formatted(description, description.substring(1));
        }
        return "its dtype '%s' is not read; save it as one of %s"
                .formatted(
                        description,
                        Arrays.stream(values()).map(NpyType::description).toList());
    }
}
