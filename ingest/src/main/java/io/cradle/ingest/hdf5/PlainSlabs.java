package io.cradle.ingest.hdf5;

/**
 * Slabs of an array that lies in one piece.
 *
 * @param file the file
 * @param address where it begins
 * @param rowBytes bytes of a row
 * @param rows rows of a slab
 * @param count rows of the array
 */
record PlainSlabs(Hdf5File file, long address, int rowBytes, int rows, int count) implements Slabs {
    /** Bytes that are read at once, unless a row has more. */
    private static final int CHUNK = 1 << 20;

    /** Slabs of about a mebibyte. */
    static PlainSlabs of(Hdf5File file, long address, int rowBytes, int count) {
        return new PlainSlabs(file, address, rowBytes, Math.max(1, CHUNK / rowBytes), count);
    }

    @Override
    public byte[] read(int slab) {
        long first = (long) slab * rows;
        int many = (int) Math.min(rows, count - first);
        return file.bytes(Math.addExact(address, first * rowBytes), many * rowBytes);
    }
}
