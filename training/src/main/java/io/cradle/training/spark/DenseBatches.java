package io.cradle.training.spark;

import io.cradle.dataset.window.Window;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.model.DenseShape;
import java.util.List;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** Frames and actions in, the next frame out. */
record DenseBatches(DenseShape shape) implements Batches<MultiDataSet> {
    @Override
    public MultiDataSet of(List<Window> windows) {
        return FrameBatch.of(windows, shape);
    }
}
