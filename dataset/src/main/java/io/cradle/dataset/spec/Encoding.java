package io.cradle.dataset.spec;

/** How the elements of a tensor are kept, in memory and on disk; always little-endian. */
public enum Encoding {
    /** One bit an element, packed least significant bit first; each row starts on a byte of its own. */
    BITS,
    /** One unsigned byte an element, 0 to 255. */
    U8,
    /** As {@link #U8} in memory; on disk a row of a table holds one PNG, all its pictures one under the other. Of pictures from cameras. */
    PNG,
    /** IEEE 754 binary32. */
    F32,
    /** Two's complement 64-bit integer, such as a time stamp in nanoseconds. */
    I64;

    /** Whether an element is an unsigned byte. */
    public boolean isUnsigned() {
        return this == U8 || this == PNG;
    }

    /**
     * Bytes that one row of this many elements takes.
     *
     * @param elements elements in a row, at least 1
     */
    public int bytes(int elements) {
        return switch (this) {
            case BITS -> (elements + Byte.SIZE - 1) / Byte.SIZE;
            case U8, PNG -> elements;
            case F32 -> Math.multiplyExact(elements, Float.BYTES);
            case I64 -> Math.multiplyExact(elements, Long.BYTES);
        };
    }
}
