package io.cradle.dataset.table;

import io.cradle.dataset.spec.Tensor;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Decoded segments, up to a number of bytes; the least recently used leave first. */
final class SegmentCache {
    private record Key(String file, long row) {}

    private final long mostBytes;
    private final Map<Key, List<Tensor>> segments = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    SegmentCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** The segment, or null if it is not held. */
    List<Tensor> get(String file, long row) {
        return segments.get(new Key(file, row));
    }

    void put(String file, long row, List<Tensor> tensors) {
        List<Tensor> replaced = segments.put(new Key(file, row), tensors);
        bytes += size(tensors) - (replaced == null ? 0 : size(replaced));
        Iterator<List<Tensor>> eldest = segments.values().iterator();
        while (bytes > mostBytes && eldest.hasNext()) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    /** Bytes held. */
    long bytes() {
        return bytes;
    }

    private static long size(List<Tensor> tensors) {
        return tensors.stream()
                .mapToLong(tensor -> (long) tensor.rows() * tensor.spec().bytes())
                .sum();
    }
}
