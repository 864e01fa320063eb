package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.metadata.BlockMetaData;

/**
 * A data file that is open: some tensors of it, by row. Checks the checksum of every page that it reads, and that a row
 * holds the segment it is asked for. Keeps about 60 bytes for each row of the row groups that it has read from.
 */
final class SegmentFile implements AutoCloseable {
    private final PageFile file;
    private final Layout layout;
    private final SegmentGroup[] groups;

    private SegmentFile(PageFile file, Layout layout) {
        this.file = file;
        this.layout = layout;
        groups = new SegmentGroup[file.groups().size()];
    }

    /**
     * Opens a file.
     *
     * @param name absolute path or URI
     * @param layout the tensors that are read
     * @throws CorruptDataException if it is missing, none of Parquet, cut short, or lacks a column
     */
    static SegmentFile open(Configuration hadoop, String name, Layout layout) {
        int step = layout.tensors().stream().mapToInt(TensorSpec::bytes).max().orElseThrow();
        int mostPageBytes = Math.max(PageFile.MOST_PAGE_BYTES, Math.multiplyExact(2, step));
        return Damage.naming(name, () -> new SegmentFile(PageFile.open(hadoop, name, mostPageBytes), layout));
    }

    /**
     * Bytes of every column of a file, as they lie on disk.
     *
     * @throws CorruptDataException as {@link #open}
     */
    static Map<String, Long> columnBytes(Configuration hadoop, String name) {
        return Damage.naming(name, () -> {
            try (PageFile file = PageFile.open(hadoop, name, PageFile.MOST_PAGE_BYTES)) {
                Map<String, Long> bytes = new HashMap<>();
                for (BlockMetaData group : file.groups()) {
                    group.getColumns()
                            .forEach(chunk ->
                                    bytes.merge(chunk.getPath().toArray()[0], chunk.getTotalSize(), Long::sum));
                }
                return bytes;
            }
        });
    }

    /**
     * Every row of a file.
     *
     * @return its values, in the order of the columns asked for; see {@link RowValues}
     * @throws CorruptDataException as {@link #open}
     */
    static List<Object[]> rows(Configuration hadoop, String name, List<String> columns) {
        return Damage.naming(name, () -> {
            try (PageFile file = PageFile.open(hadoop, name, PageFile.MOST_PAGE_BYTES)) {
                List<Object[]> rows = new ArrayList<>();
                for (BlockMetaData group : file.groups()) {
                    rows.addAll(GroupRows.read(file, group, file.project(columns)));
                }
                return rows;
            }
        });
    }

    /**
     * Some steps of a segment, in the order of the layout; nothing else is copied.
     *
     * @param from the first step, counted from the segment's first
     * @param to the step after the last
     * @throws CorruptDataException if what is read is damaged, or the row is not there or holds something else
     */
    List<Tensor> read(SegmentAddress segment, int from, int to) {
        return Damage.naming(file.name(), () -> group(segment).read(segment, from, to));
    }

    /**
     * A segment with its neighbours: as many as one page of the widest column holds, since a page is the least that can be
     * read.
     *
     * @throws CorruptDataException as {@link #read}
     */
    List<SegmentTensors> around(SegmentAddress segment) {
        return Damage.naming(file.name(), () -> group(segment).around(segment));
    }

    private SegmentGroup group(SegmentAddress segment) throws IOException {
        long first = 0;
        for (int i = 0; i < groups.length; i++) {
            long rows = file.groups().get(i).getRowCount();
            if (segment.row() < first + rows) {
                if (groups[i] == null) {
                    groups[i] = new SegmentGroup(file, layout, file.groups().get(i), first);
                }
                return groups[i];
            }
            first += rows;
        }
        throw new CorruptDataException(
                file.name(),
                "it has %d rows and no row %d; list the table's segments anew".formatted(first, segment.row()));
    }

    @Override
    public void close() {
        file.close();
    }
}
