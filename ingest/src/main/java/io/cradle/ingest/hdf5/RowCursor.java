package io.cradle.ingest.hdf5;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads the rows of an array from front to back; no more than a slab is in memory. */
final class RowCursor {
    private final Hdf5Array array;
    private final Slabs slabs;
    private final int rowBytes;
    private byte[] slab = {};
    private int loaded = -1;
    private int row;

    /** Begins before a row. */
    RowCursor(Hdf5Array array, int row) {
        this.array = array;
        this.slabs = array.slabs();
        this.rowBytes = array.rowBytes();
        this.row = row;
    }

    /** Goes on before another row. */
    void moveTo(int other) {
        row = other;
    }

    /** The bytes of the next row. */
    ByteBuffer next() {
        int wanted = row / slabs.rows();
        if (wanted != loaded) {
            slab = Hdf5File.guarded(array.description(), () -> slabs.read(wanted));
            loaded = wanted;
        }
        int offset = (row - wanted * slabs.rows()) * rowBytes;
        row++;
        ByteOrder order = array.type().map(NumberType::order).orElse(ByteOrder.LITTLE_ENDIAN);
        return ByteBuffer.wrap(slab, offset, rowBytes).order(order);
    }

    /** The numbers of the next row. */
    void next(float[] into) {
        NumberType type = array.type().orElseThrow();
        ByteBuffer bytes = next();
        for (int i = 0; i < into.length; i++) {
            into[i] = type.next(bytes);
        }
    }
}
