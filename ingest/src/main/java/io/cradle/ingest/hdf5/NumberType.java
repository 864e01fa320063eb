package io.cradle.ingest.hdf5;

import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.EnumDataType;
import io.jhdf.object.datatype.FixedPoint;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * How numbers lie in an array.
 *
 * @param kind what they are
 * @param bytes size of each
 * @param order order of its bytes
 */
record NumberType(Kind kind, int bytes, ByteOrder order) {
    /** What numbers are. */
    enum Kind {
        /** IEEE 754 of 16, 32 or 64 bits. */
        FLOAT,
        /** Two's complement. */
        SIGNED,
        /** Never negative. */
        UNSIGNED
    }

    private static final double TWO_TO_64 = 0x1p64;

    /** The type, or empty if it is not of plain numbers. Booleans, which h5py writes as named 8-bit numbers, are 0 and 1. */
    static Optional<NumberType> of(DataType type) {
        if (type instanceof EnumDataType named) {
            return of(named.getBaseType()).filter(base -> base.bytes == 1);
        }
        if (type instanceof FixedPoint whole) {
            return integer(whole);
        }
        return type instanceof FloatingPoint real ? real(real) : Optional.empty();
    }

    private static Optional<NumberType> integer(FixedPoint type) {
        boolean plain = type.getBitOffset() == 0 && type.getBitPrecision() == Byte.SIZE * type.getSize();
        return plain && isPowerUpToEight(type.getSize())
                ? Optional.of(new NumberType(
                        type.isSigned() ? Kind.SIGNED : Kind.UNSIGNED, type.getSize(), type.getByteOrder()))
                : Optional.empty();
    }

    private static Optional<NumberType> real(FloatingPoint type) {
        int exponent = Byte.toUnsignedInt(type.getExponentSize());
        boolean ieee =
                switch (type.getSize()) {
                    case Short.BYTES -> exponent == 5;
                    case Float.BYTES -> exponent == 8;
                    case Double.BYTES -> exponent == 11;
                    default -> false;
                };
        return ieee ? Optional.of(new NumberType(Kind.FLOAT, type.getSize(), type.getByteOrder())) : Optional.empty();
    }

    private static boolean isPowerUpToEight(int size) {
        return size == 1 || size == Short.BYTES || size == Integer.BYTES || size == Long.BYTES;
    }

    /** Whether it holds unsigned bytes, as pictures do. */
    boolean isByte() {
        return kind == Kind.UNSIGNED && bytes == 1;
    }

    /** The next number of a buffer, as near as a float comes. */
    float next(ByteBuffer buffer) {
        return switch (kind) {
            case FLOAT -> real(buffer);
            case SIGNED -> whole(buffer);
            case UNSIGNED -> unsigned(whole(buffer));
        };
    }

    private float real(ByteBuffer buffer) {
        return switch (bytes) {
            case Short.BYTES -> FloatingPoint.toFloat(buffer.getShort());
            case Float.BYTES -> buffer.getFloat();
            default -> (float) buffer.getDouble();
        };
    }

    private long whole(ByteBuffer buffer) {
        return switch (bytes) {
            case 1 -> buffer.get();
            case Short.BYTES -> buffer.getShort();
            case Integer.BYTES -> buffer.getInt();
            default -> buffer.getLong();
        };
    }

    private float unsigned(long signed) {
        if (bytes == Long.BYTES) {
            return (float) (signed < 0 ? signed + TWO_TO_64 : signed);
        }
        return signed & ((1L << (Byte.SIZE * bytes)) - 1);
    }
}
