package io.cradle.ingest.hdf5;

import io.jhdf.api.dataset.ChunkedDataset;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Slabs of an array that lies in chunks: each is a band of chunks, so that every chunk is decompressed once. Chunks are
 * asked for one by one, as jhdf's own slices (0.10.0) look for them at wrong places and then hand out zeros.
 */
final class ChunkSlabs implements Slabs {
    private final ChunkedDataset dataset;
    private final ChunkFilters filters;
    private final int[] shape;
    private final int[] chunk;
    private final int elementBytes;
    private final int rowBytes;

    /**
     * Checks that a band fits into memory is for the caller.
     *
     * @param chunk sizes of a chunk
     */
    ChunkSlabs(ChunkedDataset dataset, ChunkFilters filters, int[] chunk, int elementBytes, int rowBytes) {
        this.dataset = dataset;
        this.filters = filters;
        this.shape = dataset.getDimensions();
        this.chunk = chunk.clone();
        this.elementBytes = elementBytes;
        this.rowBytes = rowBytes;
    }

    @Override
    public int rows() {
        return chunk[0];
    }

    @Override
    public byte[] read(int slab) {
        int[] corner = new int[shape.length];
        corner[0] = Math.multiplyExact(slab, chunk[0]);
        byte[] band = new byte[Math.min(chunk[0], shape[0] - corner[0]) * rowBytes];
        do {
            place(corner, band);
        } while (advance(corner, chunk, shape));
        return band;
    }

    /** Puts one chunk where it belongs, run by run along the last axis. */
    private void place(int[] corner, byte[] band) {
        ByteBuffer raw = dataset.getRawChunkBuffer(corner);
        byte[] stored = new byte[raw.remaining()];
        raw.get(stored);
        byte[] bytes = filters.decoded(stored);
        int[] inside = new int[shape.length];
        int[] extent = extent(corner);
        int last = shape.length - 1;
        int run = extent[last] * elementBytes;
        do {
            do {
                int to = offset(corner, inside, shape);
                int from = offset(new int[shape.length], inside, chunk);
                System.arraycopy(bytes, from * elementBytes, band, to * elementBytes, run);
            } while (shape.length > 1 && advance(inside, ones(last), extent));
            inside[0]++;
        } while (shape.length > 1 && inside[0] < extent[0]);
    }

    private int[] extent(int[] corner) {
        int[] extent = new int[shape.length];
        for (int axis = 0; axis < shape.length; axis++) {
            extent[axis] = Math.min(chunk[axis], shape[axis] - corner[axis]);
        }
        return extent;
    }

    /** Steps that leave the last axis alone, which is copied in runs. */
    private int[] ones(int last) {
        int[] steps = new int[shape.length];
        Arrays.fill(steps, 1);
        steps[last] = shape[last];
        return steps;
    }

    /** Where an element lies, counted in elements; the first axis counts from the band's first row. */
    private static int offset(int[] corner, int[] inside, int[] sizes) {
        int offset = inside[0];
        for (int axis = 1; axis < sizes.length; axis++) {
            offset = offset * sizes[axis] + corner[axis] + inside[axis];
        }
        return offset;
    }

    /** Moves on along all axes but the first, the last fastest; back to their start and false at the end. */
    private static boolean advance(int[] at, int[] step, int[] end) {
        for (int axis = at.length - 1; axis > 0; axis--) {
            at[axis] += step[axis];
            if (at[axis] < end[axis]) {
                return true;
            }
            at[axis] = 0;
        }
        return false;
    }
}
