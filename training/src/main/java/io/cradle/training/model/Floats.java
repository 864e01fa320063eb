package io.cradle.training.model;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** An immutable vector of float32, compared bit for bit. */
public final class Floats implements Serializable {
    private final float[] values;

    private Floats(float[] values) {
        this.values = values;
    }

    /** A copy of these values. */
    public static Floats of(float[] values) {
        return new Floats(values.clone());
    }

    /**
     * From little-endian bytes.
     *
     * @param bytes four for each value
     */
    public static Floats ofBytes(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Floats(values);
    }

    public int size() {
        return values.length;
    }

    /** A copy. */
    public float[] values() {
        return values.clone();
    }

    /** Little-endian, four bytes a value. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Floats that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "Floats[%d]".formatted(values.length);
    }
}
