package io.cradle.dataset.table;

import io.cradle.dataset.spec.Tensor;
import java.util.List;

/**
 * A segment that was read.
 *
 * @param row number of its row in the file
 * @param tensors each {@code [T, shape]}
 */
record SegmentTensors(long row, List<Tensor> tensors) {
    SegmentTensors {
        tensors = List.copyOf(tensors);
    }
}
