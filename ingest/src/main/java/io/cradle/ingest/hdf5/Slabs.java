package io.cradle.ingest.hdf5;

/** An array in pieces of so many whole rows as are read at once. */
interface Slabs {
    /** Rows of each slab but the last, which may have fewer. */
    int rows();

    /** The bytes of a slab, row after row. */
    byte[] read(int slab);
}
