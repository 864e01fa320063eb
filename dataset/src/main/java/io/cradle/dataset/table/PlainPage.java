package io.cradle.dataset.table;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/**
 * A page of a tensor's column whose values are stored as they are: where each row's canonical bytes lie in it. Numbers of a
 * list are little-endian and one after the other, on disk as in a tensor, so that nothing is decoded.
 */
final class PlainPage {
    private final byte[] bytes;
    /** {@code [rows, 2]}: where each row's bytes begin, and end. */
    private final int[] places;

    private PlainPage(byte[] bytes, int[] places) {
        this.bytes = bytes;
        this.places = places;
    }

    /**
     * A page that was read.
     *
     * @param values it is said to hold: numbers of all lists, or rows
     * @param rows it is said to hold
     */
    static PlainPage of(byte[] bytes, ColumnDescriptor column, int values, int rows) throws IOException {
        if (rows > bytes.length) {
            throw new IOException("a page of %d bytes is said to hold %d rows".formatted(bytes.length, rows));
        }
        ByteBuffer page = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        boolean lists = column.getMaxRepetitionLevel() > 0;
        int[] starts = lists ? starts(page, values, rows) : new int[0];
        int most = column.getMaxDefinitionLevel();
        int present = most == 0 ? values : Levels.present(page, values, most);
        if (present != values) {
            throw new IOException("%d of %d values of a page are null".formatted(values - present, values));
        }
        return new PlainPage(bytes, lists ? lists(page, width(column), values, starts) : binaries(page, rows));
    }

    private static int width(ColumnDescriptor column) {
        return column.getPrimitiveType().getPrimitiveTypeName() == PrimitiveTypeName.INT64 ? Long.BYTES : Float.BYTES;
    }

    private static int[] starts(ByteBuffer page, int values, int rows) throws IOException {
        int[] starts = new int[rows];
        int found = Levels.starts(page, values, starts);
        if (found != rows || (rows > 0 && starts[0] != 0)) {
            throw new IOException("a page has %d rows, not %d".formatted(found, rows));
        }
        return starts;
    }

    private static int[] binaries(ByteBuffer page, int rows) throws IOException {
        int[] places = new int[2 * rows];
        for (int row = 0; row < rows; row++) {
            int size = page.getInt();
            if (size < 0 || size > page.remaining()) {
                throw new IOException("row %d of a page has %d bytes of %d".formatted(row, size, page.remaining()));
            }
            places[2 * row] = page.position();
            places[2 * row + 1] = page.position() + size;
            page.position(page.position() + size);
        }
        requireEnd(page, 0);
        return places;
    }

    private static int[] lists(ByteBuffer page, int width, int values, int[] starts) throws IOException {
        int first = page.position();
        requireEnd(page, Math.multiplyExact(values, width));
        int[] places = new int[2 * starts.length];
        for (int row = 0; row < starts.length; row++) {
            places[2 * row] = first + starts[row] * width;
            places[2 * row + 1] = first + (row + 1 < starts.length ? starts[row + 1] : values) * width;
        }
        return places;
    }

    private static void requireEnd(ByteBuffer page, int left) throws IOException {
        if (page.remaining() != left) {
            throw new IOException("%d bytes are left of a page, not %d".formatted(page.remaining(), left));
        }
    }

    /**
     * Some steps of a row; the one copy that is made of them.
     *
     * @param row counted from the page's first
     * @param steps that the row holds
     * @throws IllegalArgumentException if the row does not hold so many
     */
    Tensor tensor(TensorSpec spec, int row, int steps, int from, int to) {
        int begin = places[2 * row];
        if (spec.encoding() == Encoding.PNG) {
            return FilmStrip.decode(spec, Arrays.copyOfRange(bytes, begin, places[2 * row + 1]), steps)
                    .slice(from, to);
        }
        int size = places[2 * row + 1] - begin;
        if (size != steps * spec.bytes()) {
            throw new IllegalArgumentException("tensor '%s' has %d bytes, not %d in each of %d steps"
                    .formatted(spec.name(), size, spec.bytes(), steps));
        }
        return Tensor.ofBytes(spec, bytes, begin + from * spec.bytes(), begin + to * spec.bytes());
    }
}
