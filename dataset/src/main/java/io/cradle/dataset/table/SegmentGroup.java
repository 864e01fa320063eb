package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/** One row group of a data file: which segments it holds, and the pages of some tensors. */
final class SegmentGroup {
    private static final List<String> IDENTITY =
            List.of(SegmentColumns.EPISODE, SegmentColumns.FIRST_STEP, SegmentColumns.STEPS);

    private final PageFile file;
    private final Layout layout;
    private final BlockMetaData group;
    private final long first;
    private final MessageType schema;
    private final List<ColumnPages> columns = new ArrayList<>();
    private final byte[][] episodes;
    private final int[] firstSteps;
    private final int[] steps;

    /**
     * Reads which segments there are.
     *
     * @param layout the tensors that are read
     * @param first number of its first row in the file
     */
    SegmentGroup(PageFile file, Layout layout, BlockMetaData group, long first) throws IOException {
        this.file = file;
        this.layout = layout;
        this.group = group;
        this.first = first;
        schema = file.project(layout.tensors().stream().map(TensorSpec::name).toList());
        for (ColumnDescriptor column : schema.getColumns()) {
            columns.add(file.column(group, column));
        }
        List<Object[]> rows = GroupRows.read(file, group, file.project(IDENTITY));
        episodes = rows.stream().map(row -> (byte[]) row[0]).toArray(byte[][]::new);
        firstSteps = rows.stream().mapToInt(row -> (Integer) row[1]).toArray();
        steps = rows.stream().mapToInt(row -> (Integer) row[2]).toArray();
    }

    /** See {@link SegmentFile#read}. */
    List<Tensor> read(SegmentAddress segment, int from, int to) throws IOException {
        int row = row(segment);
        List<Tensor> tensors = new ArrayList<>();
        if (!isPlain()) {
            general().get(row).tensors().forEach(tensor -> tensors.add(tensor.slice(from, to)));
            return tensors;
        }
        for (int i = 0; i < columns.size(); i++) {
            ColumnPages pages = columns.get(i);
            int page = pages.pageOf(row);
            tensors.add(tensor(i, pages.page(page), row - (int) pages.firstRow(page), row, from, to));
        }
        return tensors;
    }

    /** See {@link SegmentFile#around}. */
    List<SegmentTensors> around(SegmentAddress segment) throws IOException {
        int row = row(segment);
        if (!isPlain()) {
            return general();
        }
        ColumnPages widest = columns.stream()
                .max(Comparator.comparingLong(ColumnPages::decompressedBytes))
                .orElseThrow();
        int page = widest.pageOf(row);
        int from = (int) widest.firstRow(page);
        int to = (int) widest.firstRow(page + 1);
        List<List<Tensor>> read = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            read.add(column(i, from, to));
        }
        return IntStream.range(from, to)
                .mapToObj(i -> new SegmentTensors(
                        first + i,
                        read.stream().map(column -> column.get(i - from)).toList()))
                .toList();
    }

    private boolean isPlain() {
        return columns.stream().allMatch(ColumnPages::isPlain);
    }

    private List<Tensor> column(int number, int from, int to) throws IOException {
        ColumnPages pages = columns.get(number);
        List<Tensor> tensors = new ArrayList<>();
        for (int row = from; row < to; ) {
            int at = pages.pageOf(row);
            int begin = (int) pages.firstRow(at);
            int end = (int) Math.min(to, pages.firstRow(at + 1));
            PlainPage page = pages.page(at);
            for (; row < end; row++) {
                tensors.add(tensor(number, page, row - begin, row, 0, steps[row]));
            }
        }
        return tensors;
    }

    private Tensor tensor(int column, PlainPage page, int rowOfPage, int row, int from, int to) {
        try {
            return page.tensor(layout.tensors().get(column), rowOfPage, steps[row], from, to);
        } catch (IllegalArgumentException unfit) {
            throw misfit(row, unfit);
        }
    }

    private List<SegmentTensors> general() throws IOException {
        List<Object[]> rows = GroupRows.read(file, group, schema);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> new SegmentTensors(first + row, general(row, rows.get(row))))
                .toList();
    }

    private List<Tensor> general(int row, Object[] values) {
        try {
            return IntStream.range(0, values.length)
                    .mapToObj(i -> general(layout.tensors().get(i), (byte[]) values[i], steps[row]))
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException unfit) {
            throw misfit(row, unfit);
        }
    }

    private static Tensor general(TensorSpec spec, byte[] stored, int steps) {
        Tensor tensor =
                spec.encoding() == Encoding.PNG ? FilmStrip.decode(spec, stored, steps) : Tensor.ofBytes(spec, stored);
        if (tensor.rows() != steps) {
            throw new IllegalArgumentException(
                    "tensor '%s' has %d steps, not %d".formatted(spec.name(), tensor.rows(), steps));
        }
        return tensor;
    }

    private CorruptDataException misfit(int row, RuntimeException cause) {
        return new CorruptDataException(
                file.name(),
                "row %d does not fit the layout (%s); give files that belong to the table"
                        .formatted(first + row, cause.getMessage()),
                cause);
    }

    /** The row of a segment in this group, which must hold it. */
    private int row(SegmentAddress segment) {
        int row = Math.toIntExact(segment.row() - first);
        if (!Arrays.equals(episodes[row], segment.episode().getBytes(StandardCharsets.UTF_8))
                || firstSteps[row] != segment.firstStep()
                || steps[row] != segment.steps()) {
            throw new CorruptDataException(
                    file.name(),
                    "row %d holds %d steps from %d of episode '%s', not %d from %d of '%s'; list the table's segments anew"
                            .formatted(
                                    segment.row(),
                                    steps[row],
                                    firstSteps[row],
                                    new String(episodes[row], StandardCharsets.UTF_8),
                                    segment.steps(),
                                    segment.firstStep(),
                                    segment.episode()));
        }
        return row;
    }
}
