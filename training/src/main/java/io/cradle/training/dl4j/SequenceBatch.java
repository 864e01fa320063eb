package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.TransformerShape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as a transformer's minibatches. */
public final class SequenceBatch {
    private SequenceBatch() {}

    /**
     * One example a window: frames and actions 0 … T-1 in, frames 1 … T out.
     *
     * @param windows N, each of at least T + 1 steps
     * @return features {@code [N, T, F]} and {@code [N, T, A]}, label {@code [N, T, F]}
     */
    public static MultiDataSet of(List<Window> windows, TransformerShape shape) {
        int n = windows.size();
        int steps = shape.frames();
        float[] frames = new float[n * steps * shape.pixels()];
        float[] actions = new float[n * steps * shape.actions()];
        float[] next = new float[n * steps * shape.pixels()];
        for (int i = 0; i < n; i++) {
            Tensor seen = windows.get(i).require(Layout.FRAME);
            seen.copyFloats(0, steps, frames, i * steps * shape.pixels());
            seen.copyFloats(1, steps + 1, next, i * steps * shape.pixels());
            windows.get(i).require(Layout.ACTION).copyFloats(0, steps, actions, i * steps * shape.actions());
        }
        return new MultiDataSet(
                new INDArray[] {
                    Vectors.array(frames, n, steps, shape.pixels()), Vectors.array(actions, n, steps, shape.actions())
                },
                new INDArray[] {Vectors.array(next, n, steps, shape.pixels())});
    }
}
