package io.cradle.ingest.arrays;

import io.cradle.ingest.npz.NpyHeader;
import io.cradle.ingest.npz.NpyStream;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.take.RowShape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads the rows of one array from front to back; no more than about a mebibyte of them is in memory. */
final class ArrayRows {
    private static final int CHUNK = 1 << 20;

    private final NpyStream stream;
    private final NpyType type;
    private final int rowBytes;
    private int left;
    private ByteBuffer slab = ByteBuffer.allocate(0);

    /** Opens an array whose rows were found to fit into memory. */
    ArrayRows(NpzFile file, String name) {
        this.stream = file.open(name);
        NpyHeader header = stream.header();
        this.type = header.type();
        this.rowBytes = (int) row(header).elements() * type.bytes();
        this.left = header.shape().get(0);
    }

    /** What a row of an array {@code [T, …]} holds. */
    static RowShape row(NpyHeader header) {
        List<Integer> shape = header.shape();
        return new RowShape(shape.isEmpty() ? List.of() : shape.subList(1, shape.size()));
    }

    /** The next row, to be read before the next call. */
    ByteBuffer next() {
        if (!slab.hasRemaining()) {
            int rows = Math.min(left, Math.max(1, CHUNK / rowBytes));
            slab = ByteBuffer.wrap(stream.next(rows * rowBytes));
            left -= rows;
        }
        ByteBuffer row = slab.slice(slab.position(), rowBytes).order(ByteOrder.LITTLE_ENDIAN);
        slab.position(slab.position() + rowBytes);
        return row;
    }

    /** Passes over rows. */
    void skip(int rows) {
        for (int i = 0; i < rows; i++) {
            next();
        }
    }

    /** Passes over all that is left, and checks that nothing is damaged. */
    void finish() {
        skip(left + slab.remaining() / rowBytes);
        stream.finish();
    }

    /** The next number of a row, as near as a float comes. */
    float number(ByteBuffer row) {
        return isWhole(type) ? whole(row) : (float) real(row);
    }

    /** The next number of a row of whole numbers. */
    long whole(ByteBuffer row) {
        return switch (type) {
            case BOOL, U8 -> Byte.toUnsignedInt(row.get());
            case I32 -> row.getInt();
            default -> row.getLong();
        };
    }

    /** The next number of a row of real numbers. */
    double real(ByteBuffer row) {
        return type == NpyType.F32 ? row.getFloat() : row.getDouble();
    }

    /** Whether its numbers have no fraction. */
    boolean isWhole() {
        return isWhole(type);
    }

    /** Whether numbers of this type have no fraction. */
    static boolean isWhole(NpyType type) {
        return type != NpyType.F32 && type != NpyType.F64 && type != NpyType.TEXT;
    }
}
