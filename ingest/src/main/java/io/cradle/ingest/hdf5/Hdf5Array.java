package io.cradle.ingest.hdf5;

import io.cradle.ingest.take.RowShape;
import io.jhdf.api.Dataset;
import io.jhdf.api.dataset.ChunkedDataset;
import io.jhdf.api.dataset.ContiguousDataset;
import io.jhdf.dataset.CompactDataset;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * An array {@code [T, …]} of an open file, of which nothing but the head was read.
 *
 * @param file the file
 * @param dataset the array
 * @param path where in the file
 * @param shape sizes, outermost first
 * @param type how its numbers lie, or empty if it has none
 */
record Hdf5Array(Hdf5File file, Dataset dataset, String path, List<Integer> shape, Optional<NumberType> type) {
    private static final int MOST_TEXTS = 1 << 20;

    Hdf5Array {
        shape = List.copyOf(shape);
    }

    /** Reads the head. */
    static Hdf5Array of(Hdf5File file, Dataset dataset, String path) {
        return Hdf5File.guarded("'%s'".formatted(path), () -> {
            List<Integer> shape = Arrays.stream(dataset.getDimensions()).boxed().toList();
            return new Hdf5Array(file, dataset, path, shape, NumberType.of(dataset.getDataType()));
        });
    }

    /** Whether it has rows at all: one number alone has none. */
    boolean hasRows() {
        return !shape.isEmpty();
    }

    /** T, or 0 if it has no rows. */
    int rows() {
        return hasRows() ? shape.get(0) : 0;
    }

    /** What a row holds. */
    RowShape row() {
        return new RowShape(hasRows() ? shape.subList(1, shape.size()) : List.of());
    }

    /** For people, such as {@code 'data/demo_0/actions' [30, 7]}. */
    String description() {
        return "'%s' %s".formatted(path, shape);
    }

    /** Its bytes in slabs, once it has been found that they can be read and that a slab fits into memory. */
    Slabs slabs() {
        return Hdf5File.guarded("'%s'".formatted(path), () -> {
            int bytes = rowBytes();
            if (dataset instanceof ChunkedDataset chunked) {
                return chunks(chunked, bytes);
            }
            if (dataset instanceof ContiguousDataset plain && !dataset.isEmpty()) {
                return PlainSlabs.of(file, plain.getDataAddress(), bytes, rows());
            }
            return compact(bytes);
        });
    }

    /** Bytes of a row. */
    int rowBytes() {
        long elements = row().elements();
        int element = dataset.getDataType().getSize();
        if (element < 1 || elements > RowShape.MOST_BYTES / element) {
            throw tooLarge("one row");
        }
        return (int) elements * element;
    }

    private Slabs chunks(ChunkedDataset chunked, int rowBytes) {
        int[] chunk = chunked.getChunkDimensions();
        int element = dataset.getDataType().getSize();
        List<Integer> sizes = Arrays.stream(chunk).boxed().toList();
        if (chunk.length != shape.size() || sizes.stream().anyMatch(size -> size < 1)) {
            throw new Refusal("unreadable", "%s has chunks of %s; copy the file again".formatted(description(), sizes));
        }
        long chunkBytes = new RowShape(sizes).elements();
        long band = (long) Math.min(chunk[0], rows()) * rowBytes;
        if (chunkBytes > RowShape.MOST_BYTES / element || band > RowShape.MOST_BYTES) {
            throw tooLarge("one band of its chunks %s".formatted(sizes));
        }
        ChunkFilters filters = ChunkFilters.of(chunked, (int) chunkBytes * element);
        return new ChunkSlabs(chunked, filters, chunk, element, rowBytes);
    }

    private Slabs compact(int rowBytes) {
        if (!(dataset instanceof CompactDataset compact)) {
            throw new Refusal(
                    "unreadable",
                    "%s was never written, or lies in another file; collect it again".formatted(description()));
        }
        ByteBuffer data = compact.getDataBuffer();
        byte[] bytes = new byte[Math.multiplyExact(rows(), rowBytes)];
        data.get(bytes);
        return new WholeSlab(rows(), bytes);
    }

    private Refusal tooLarge(String what) {
        return new Refusal(
                "too large",
                "%s: %s takes more than %d bytes; rewrite it in smaller chunks with 'h5repack -l', or record smaller pictures"
                        .formatted(description(), what, RowShape.MOST_BYTES));
    }

    /** Its texts. */
    List<String> texts() {
        if (shape.size() != 1 || rows() > MOST_TEXTS) {
            throw new Refusal("unreadable", "%s must be a list of names; write it again".formatted(description()));
        }
        return dataset.getDataType() instanceof StringData
                ? fixedTexts()
                : Hdf5File.guarded(
                        "'%s'".formatted(path),
                        () -> dataset.getData() instanceof String[] texts ? List.of(texts) : List.of());
    }

    private List<String> fixedTexts() {
        List<String> texts = new ArrayList<>();
        RowCursor cursor = new RowCursor(this, 0);
        for (int row = 0; row < rows(); row++) {
            String text = StandardCharsets.UTF_8.decode(cursor.next()).toString();
            int end = text.indexOf('\0');
            texts.add((end < 0 ? text : text.substring(0, end)).strip());
        }
        return texts;
    }

    /** All of a small array at once. */
    private static final class WholeSlab implements Slabs {
        private final int rows;
        private final byte[] bytes;

        private WholeSlab(int rows, byte[] bytes) {
            this.rows = rows;
            this.bytes = bytes;
        }

        @Override
        public int rows() {
            return rows;
        }

        @Override
        public byte[] read(int slab) {
            return bytes;
        }
    }
}
