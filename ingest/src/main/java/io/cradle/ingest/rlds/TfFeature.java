package io.cradle.ingest.rlds;

import java.util.Arrays;

/** A flat list of an example: numbers, or pieces of the record's bytes, which are not copied. */
final class TfFeature {
    /** What it holds. */
    enum Kind {
        FLOATS,
        INTEGERS,
        BYTES,
        NONE
    }

    private final byte[] record;
    private Kind kind = Kind.NONE;
    private float[] floats = {};
    private long[] integers = {};
    private int size;

    TfFeature(byte[] record) {
        this.record = record;
    }

    Kind kind() {
        return kind;
    }

    boolean isNumeric() {
        return kind == Kind.FLOATS || kind == Kind.INTEGERS;
    }

    /** Numbers, or pieces. */
    int size() {
        return size;
    }

    float number(int index) {
        return kind == Kind.FLOATS ? floats[index] : (float) integers[index];
    }

    /** Whether a number that stands for a boolean is one that holds. */
    boolean holds(int index) {
        return number(index) != 0;
    }

    /** Where a piece starts in the record. */
    int offset(int index) {
        return (int) (integers[index] >>> Integer.SIZE);
    }

    int length(int index) {
        return (int) integers[index];
    }

    /** A piece, copied. */
    byte[] piece(int index) {
        return Arrays.copyOfRange(record, offset(index), offset(index) + length(index));
    }

    /** Says what follows; a list of another kind before it is forgotten, as protobuf has it for alternatives. */
    void begin(Kind next) {
        size = kind == next ? size : 0;
        kind = next;
    }

    void add(float value) {
        if (size == floats.length) {
            floats = Arrays.copyOf(floats, Math.max(16, 2 * size));
        }
        floats[size++] = value;
    }

    void add(long value) {
        if (size == integers.length) {
            integers = Arrays.copyOf(integers, Math.max(16, 2 * size));
        }
        integers[size++] = value;
    }

    void addPiece(int offset, int length) {
        add(((long) offset << Integer.SIZE) | length);
    }
}
