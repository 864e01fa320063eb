package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.SegmentAddress;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads windows by address with nothing but Parquet: no Spark session is needed, so that it works inside a task. Keeps
 * files open and what was read in memory, the least recently used leaving first. For one thread.
 */
public final class WindowReader implements AutoCloseable {
    private static final int MOST_OPEN_FILES = 16;

    private final Configuration hadoop;
    private final Layout layout;
    private final SegmentCache cache;
    private final boolean caches;
    private final Map<String, SegmentFile> open = new LinkedHashMap<>(MOST_OPEN_FILES, 0.75f, true);

    /**
     * Opens no file yet.
     *
     * @param layout the tensors that are read, in this order; some of the table's or all
     * @param cacheBytes bound on decoded segments in memory. Where it is 0 none are kept, and of a page only the window's
     *     steps are decoded: right for windows here and there, wrong for many of the same segments
     */
    public WindowReader(Configuration hadoop, Layout layout, long cacheBytes) {
        this.hadoop = hadoop;
        this.layout = layout;
        cache = new SegmentCache(cacheBytes);
        caches = cacheBytes > 0;
    }

    /**
     * Reads a window. Its tensors share the bytes of what is in memory, unless the window lies in several segments.
     *
     * @throws CorruptDataException if a file is missing, damaged, or holds something else at the address
     */
    public Window read(WindowAddress address) {
        List<SegmentAddress> segments = address.stretch().segments();
        int end = address.firstStep() + address.steps();
        List<List<Tensor>> parts = new ArrayList<>();
        for (SegmentAddress segment : segments) {
            int from = Math.max(0, address.firstStep() - segment.firstStep());
            parts.add(steps(segment, from, Math.min(segment.steps(), end - segment.firstStep())));
        }
        return new Window(address.episode(), address.firstStep(), parts.size() == 1 ? parts.get(0) : joined(parts));
    }

    private List<Tensor> joined(List<List<Tensor>> parts) {
        return IntStream.range(0, layout.tensors().size())
                .mapToObj(i ->
                        Tensor.concat(parts.stream().map(part -> part.get(i)).toList()))
                .toList();
    }

    private List<Tensor> steps(SegmentAddress segment, int from, int to) {
        if (!caches) {
            return file(segment.file()).read(segment, from, to);
        }
        List<Tensor> tensors = cache.get(segment.file(), segment.row());
        if (tensors == null) {
            tensors = load(segment);
        }
        return tensors.stream().map(tensor -> tensor.slice(from, to)).toList();
    }

    private List<Tensor> load(SegmentAddress segment) {
        List<Tensor> asked = null;
        for (SegmentTensors read : file(segment.file()).around(segment)) {
            if (read.row() == segment.row()) {
                asked = read.tensors();
            } else {
                cache.put(segment.file(), read.row(), read.tensors());
            }
        }
        cache.put(segment.file(), segment.row(), asked);
        return asked;
    }

    private SegmentFile file(String name) {
        SegmentFile file = open.computeIfAbsent(name, missing -> SegmentFile.open(hadoop, missing, layout));
        if (open.size() > MOST_OPEN_FILES) {
            String eldest = open.keySet().iterator().next();
            open.remove(eldest).close();
        }
        return file;
    }

    @Override
    public void close() {
        open.values().forEach(SegmentFile::close);
        open.clear();
    }
}
