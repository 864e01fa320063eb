package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads windows by address with nothing but Parquet: no Spark session is needed, so that it works inside a task. Keeps
 * files open and what was read in memory, the least recently used leaving first. For one thread.
 */
public final class WindowReader implements AutoCloseable {
    private static final int MOST_OPEN_FILES = 16;
    private static final List<String> IDENTITY = List.of(SegmentColumns.EPISODE, SegmentColumns.FIRST_STEP);

    private final Configuration hadoop;
    private final Layout layout;
    private final List<String> columns;
    private final SegmentCache cache;
    private final Map<String, SegmentFile> open = new LinkedHashMap<>(MOST_OPEN_FILES, 0.75f, true);

    /**
     * Opens no file yet.
     *
     * @param layout the tensors that are read, in this order; some of the table's or all
     * @param cacheBytes bound on decoded segments in memory; 0 keeps none
     */
    public WindowReader(Configuration hadoop, Layout layout, long cacheBytes) {
        this.hadoop = hadoop;
        this.layout = layout;
        columns = Stream.concat(IDENTITY.stream(), layout.tensors().stream().map(TensorSpec::name))
                .toList();
        cache = new SegmentCache(cacheBytes);
    }

    /**
     * Reads a window.
     *
     * @throws CorruptDataException if its file is missing, damaged, or holds something else at the address
     */
    public Window read(WindowAddress address) {
        SegmentAddress segment = address.segment();
        List<Tensor> tensors = cache.get(segment.file(), segment.row());
        if (tensors == null) {
            tensors = load(segment);
        }
        int from = address.start();
        return new Window(
                segment.episode(),
                segment.firstStep() + from,
                tensors.stream()
                        .map(tensor -> tensor.slice(from, from + address.steps()))
                        .toList());
    }

    private List<Tensor> load(SegmentAddress segment) {
        SegmentFile.Rows rows = file(segment.file()).around(segment.row());
        for (int i = 0; i < rows.values().size(); i++) {
            long row = rows.first() + i;
            if (row != segment.row()) {
                cache.put(
                        segment.file(),
                        row,
                        tensors(segment.file(), row, rows.values().get(i)));
            }
        }
        Object[] values = rows.values().get(Math.toIntExact(segment.row() - rows.first()));
        requireAddressed(segment, values);
        List<Tensor> tensors = tensors(segment.file(), segment.row(), values);
        cache.put(segment.file(), segment.row(), tensors);
        return tensors;
    }

    private SegmentFile file(String name) {
        SegmentFile file = open.computeIfAbsent(name, missing -> SegmentFile.open(hadoop, missing, columns));
        if (open.size() > MOST_OPEN_FILES) {
            String eldest = open.keySet().iterator().next();
            open.remove(eldest).close();
        }
        return file;
    }

    private List<Tensor> tensors(String file, long row, Object[] values) {
        try {
            return IntStream.range(0, layout.tensors().size())
                    .mapToObj(i -> Tensor.ofBytes(layout.tensors().get(i), (byte[]) values[IDENTITY.size() + i]))
                    .toList();
        } catch (IllegalArgumentException | NullPointerException | ClassCastException invalid) {
            throw new CorruptDataException(
                    file,
                    "row %d does not fit the layout (%s); give files that belong to the table"
                            .formatted(row, invalid.getMessage()),
                    invalid);
        }
    }

    private static void requireAddressed(SegmentAddress segment, Object[] values) {
        String episode = SegmentAddresses.text(values[0]);
        if (!episode.equals(segment.episode()) || !values[1].equals(segment.firstStep())) {
            throw new CorruptDataException(
                    segment.file(),
                    "row %d holds step %s of episode '%s', not step %d of '%s'; list the table's segments anew"
                            .formatted(segment.row(), values[1], episode, segment.firstStep(), segment.episode()));
        }
    }

    @Override
    public void close() {
        open.values().forEach(SegmentFile::close);
        open.clear();
    }
}
