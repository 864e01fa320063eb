package io.cradle.dataset.spec;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Rows of one tensor: {@code [T, shape]} in an episode, {@code [N, shape]} in a batch of worlds. Immutable; kept as
 * the canonical bytes (rows one after the other, little-endian, each row {@link TensorSpec#bytes()} long), which are
 * what is stored and hashed. Slices share these bytes.
 */
public final class Tensor implements Serializable {
    private final TensorSpec spec;
    private final byte[] data;
    private final int rowBytes;
    private final int start;
    private final int rows;

    private Tensor(TensorSpec spec, byte[] data) {
        if (data.length % spec.bytes() != 0) {
            throw new IllegalArgumentException("Invalid data of tensor '%s': %d bytes are no whole number of rows of %d"
                    .formatted(spec.name(), data.length, spec.bytes()));
        }
        this.spec = spec;
        this.data = data;
        rowBytes = spec.bytes();
        start = 0;
        rows = data.length / rowBytes;
    }

    private Tensor(Tensor whole, int from, int to) {
        Objects.checkFromToIndex(from, to, whole.rows);
        spec = whole.spec;
        data = whole.data;
        rowBytes = whole.rowBytes;
        start = whole.place(from);
        rows = to - from;
    }

    /**
     * Rows from their canonical bytes, which are copied.
     *
     * @throws IllegalArgumentException if they are no whole number of rows, or bits are set behind a row's last element:
     *     equal content must hash equal
     */
    public static Tensor ofBytes(TensorSpec spec, byte[] canonical) {
        return ofBytes(spec, canonical, 0, canonical.length);
    }

    /**
     * Rows from some of the bytes of an array, which are copied.
     *
     * @param from place of the first byte
     * @param to place after the last
     * @throws IllegalArgumentException as {@link #ofBytes(TensorSpec, byte[])}
     */
    public static Tensor ofBytes(TensorSpec spec, byte[] source, int from, int to) {
        Objects.checkFromToIndex(from, to, source.length);
        Tensor tensor = new Tensor(spec, Arrays.copyOfRange(source, from, to));
        tensor.requireClearPadding();
        return tensor;
    }

    private void requireClearPadding() {
        int used = spec.elements() % Byte.SIZE;
        if (spec.encoding() != Encoding.BITS || used == 0) {
            return;
        }
        for (int row = 0; row < rows; row++) {
            if (Byte.toUnsignedInt(data[place(row + 1) - 1]) >> used != 0) {
                throw new IllegalArgumentException(
                        "Invalid data of tensor '%s': row %d has bits set after its %d elements; clear them"
                                .formatted(spec.name(), row, spec.elements()));
            }
        }
    }

    /** Rows of an F32 tensor. */
    public static Tensor ofFloats(TensorSpec spec, float[] values) {
        require(spec, Encoding.F32);
        byte[] data = new byte[Math.multiplyExact(values.length, Float.BYTES)];
        for (int i = 0; i < values.length; i++) { // views of buffers would double what a step allocates
            write(Float.floatToRawIntBits(values[i]), data, i * Float.BYTES);
        }
        return new Tensor(spec, data);
    }

    /**
     * Byte by byte: of a loop of writes to a fresh array through {@code byteArrayViewVarHandle}, OpenJDK 17's second compiler loses all, now
     * and then, once it knows the array's length (docs/benchmarks/lost-writes.md).
     */
    private static void write(int bits, byte[] data, int at) {
        data[at] = (byte) bits;
        data[at + 1] = (byte) (bits >> 8);
        data[at + 2] = (byte) (bits >> 16);
        data[at + 3] = (byte) (bits >> 24);
    }

    private int bits(int at) {
        return Byte.toUnsignedInt(data[at])
                | Byte.toUnsignedInt(data[at + 1]) << 8
                | Byte.toUnsignedInt(data[at + 2]) << 16
                | data[at + 3] << 24;
    }

    /** Rows of an I64 tensor. */
    public static Tensor ofLongs(TensorSpec spec, long[] values) {
        require(spec, Encoding.I64);
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asLongBuffer().put(values);
        return new Tensor(spec, buffer.array());
    }

    /** Rows of a BITS tensor, one boolean an element. */
    public static Tensor ofBits(TensorSpec spec, boolean[] values) {
        require(spec, Encoding.BITS);
        int elements = spec.elements();
        if (values.length % elements != 0) {
            throw new IllegalArgumentException("Invalid data of tensor '%s': %d bits are no whole number of rows of %d"
                    .formatted(spec.name(), values.length, elements));
        }
        int bytes = spec.bytes();
        byte[] data = new byte[Math.multiplyExact(values.length / elements, bytes)];
        for (int i = 0; i < values.length; i++) {
            if (values[i]) {
                data[i / elements * bytes + i % elements / Byte.SIZE] |= (byte) (1 << (i % elements % Byte.SIZE));
            }
        }
        return new Tensor(spec, data);
    }

    /** All rows of all parts, which share one specification, in order. */
    public static Tensor concat(List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("Cannot join tensors: there is none");
        }
        TensorSpec spec = parts.get(0).spec;
        ByteBuffer joined =
                ByteBuffer.allocate(parts.stream().mapToInt(Tensor::length).sum());
        for (Tensor part : parts) {
            if (!part.spec.equals(spec)) {
                throw new IllegalArgumentException(
                        "Cannot join tensors: '%s' and '%s' differ".formatted(spec, part.spec));
            }
            joined.put(part.data, part.start, part.length());
        }
        return new Tensor(spec, joined.array());
    }

    public TensorSpec spec() {
        return spec;
    }

    /** T, or N in a batch of worlds. */
    public int rows() {
        return rows;
    }

    /** Where a row begins in the array, which may hold more rows before and behind. */
    private int place(int row) {
        return start + row * rowBytes;
    }

    private int length() {
        return rows * rowBytes;
    }

    /** Element as a number: 0 or 1 of BITS, 0 to 255 of U8 and PNG, the value itself of F32. */
    public float value(int row, int element) {
        Objects.checkIndex(row, rows);
        Objects.checkIndex(element, spec.elements());
        return switch (spec.encoding()) {
            case BITS -> bit(row, element) ? 1 : 0;
            case U8, PNG -> Byte.toUnsignedInt(data[place(row) + element]);
            case F32 -> Float.intBitsToFloat(bits(place(row) + element * Float.BYTES));
            case I64 -> throw noFloats();
        };
    }

    /** Element of a BITS tensor. */
    public boolean bit(int row, int element) {
        require(spec, Encoding.BITS);
        Objects.checkIndex(row, rows);
        Objects.checkIndex(element, spec.elements());
        return (data[place(row) + element / Byte.SIZE] >> (element % Byte.SIZE) & 1) != 0;
    }

    /** Element of an I64 tensor. */
    public long integer(int row, int element) {
        require(spec, Encoding.I64);
        Objects.checkIndex(row, rows);
        Objects.checkIndex(element, spec.elements());
        int at = place(row) + element * Long.BYTES;
        return Integer.toUnsignedLong(bits(at)) | (long) bits(at + Integer.BYTES) << Integer.SIZE;
    }

    /** One row as numbers, {@code [elements]}. */
    public float[] floats(int row) {
        float[] values = new float[spec.elements()];
        copyFloats(row, values, 0);
        return values;
    }

    /** All rows as numbers, {@code [rows * elements]}. */
    public float[] floats() {
        float[] values = new float[Math.multiplyExact(rows, spec.elements())];
        copyFloats(0, rows, values, 0);
        return values;
    }

    /** Writes one row as numbers to {@code target[offset …]}. */
    public void copyFloats(int row, float[] target, int offset) {
        copyFloats(row, row + 1, target, offset);
    }

    /**
     * Writes rows {@code from} (inclusive) to {@code to} (exclusive) as numbers to {@code target[offset …]}: into a batch,
     * say, without an array in between.
     */
    public void copyFloats(int from, int to, float[] target, int offset) {
        Objects.checkFromToIndex(from, to, rows);
        Objects.checkFromIndexSize(offset, (to - from) * spec.elements(), target.length);
        switch (spec.encoding()) {
            case BITS -> copyBits(from, to, target, offset);
            case U8, PNG -> copyUnsigned(from, to, target, offset);
            case F32 ->
                ByteBuffer.wrap(data, place(from), (to - from) * rowBytes)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .asFloatBuffer()
                        .get(target, offset, (to - from) * spec.elements());
            case I64 -> throw noFloats();
        }
    }

    private IllegalArgumentException noFloats() {
        return new IllegalArgumentException(
                "Cannot read tensor '%s' as float: it holds I64; use longs".formatted(spec.name()));
    }

    private void copyBits(int from, int to, float[] target, int offset) {
        int elements = spec.elements();
        for (int row = from; row < to; row++) {
            int first = place(row);
            int into = offset + (row - from) * elements;
            int whole = elements & ~7;
            for (int i = 0; i < whole; i += 8) {
                spread(data[first + (i >> 3)], target, into + i);
            }
            for (int i = whole; i < elements; i++) {
                target[into + i] = data[first + (i >> 3)] >> (i & 7) & 1;
            }
        }
    }

    /** A byte's eight bits; written out, for training spends its reading here. */
    private static void spread(int bits, float[] target, int at) {
        target[at] = bits & 1;
        target[at + 1] = bits >> 1 & 1;
        target[at + 2] = bits >> 2 & 1;
        target[at + 3] = bits >> 3 & 1;
        target[at + 4] = bits >> 4 & 1;
        target[at + 5] = bits >> 5 & 1;
        target[at + 6] = bits >> 6 & 1;
        target[at + 7] = bits >> 7 & 1;
    }

    private void copyUnsigned(int from, int to, float[] target, int offset) {
        int first = place(from);
        for (int i = 0; i < (to - from) * rowBytes; i++) {
            target[offset + i] = Byte.toUnsignedInt(data[first + i]);
        }
    }

    /** Rows {@code from} (inclusive) to {@code to} (exclusive); they share the bytes, and so keep all of them in memory. */
    public Tensor slice(int from, int to) {
        return new Tensor(this, from, to);
    }

    /** A copy of the canonical bytes. */
    public byte[] bytes() {
        return Arrays.copyOfRange(data, start, start + length());
    }

    /** Feeds the canonical bytes of one row to a digest. */
    public void digest(int row, MessageDigest digest) {
        Objects.checkIndex(row, rows);
        digest.update(data, place(row), rowBytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tensor that
                && spec.equals(that.spec)
                && Arrays.equals(data, start, start + length(), that.data, that.start, that.start + that.length());
    }

    @Override
    public int hashCode() {
        return 31 * spec.hashCode() + ByteBuffer.wrap(data, start, length()).hashCode();
    }

    @Override
    public String toString() {
        return "Tensor[%s, %d rows]".formatted(spec.name(), rows);
    }

    /** A slice travels alone. */
    private Object writeReplace() {
        return length() == data.length ? this : new Tensor(spec, bytes());
    }

    private static void require(TensorSpec spec, Encoding encoding) {
        if (spec.encoding() != encoding) {
            throw new IllegalArgumentException(
                    "Cannot use tensor '%s' as %s: it holds %s".formatted(spec.name(), encoding, spec.encoding()));
        }
    }
}
