package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.DenseShape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as the network's minibatches. */
public final class FrameBatch {
    private FrameBatch() {}

    /**
     * One example a window: frames 0 … K-1 and action K-1 in, frame K out.
     *
     * @param windows N, each of at least K + 1 steps
     * @return features {@code [N, K * F]} and {@code [N, A]}, label {@code [N, F]}
     */
    public static MultiDataSet of(List<Window> windows, DenseShape shape) {
        int n = windows.size();
        float[] past = new float[n * shape.frames() * shape.pixels()];
        float[] action = new float[n * shape.actions()];
        float[] next = new float[n * shape.pixels()];
        for (int i = 0; i < n; i++) {
            Tensor frames = windows.get(i).require(Layout.FRAME);
            for (int k = 0; k < shape.frames(); k++) {
                frames.copyFloats(k, past, (i * shape.frames() + k) * shape.pixels());
            }
            windows.get(i).require(Layout.ACTION).copyFloats(shape.frames() - 1, action, i * shape.actions());
            frames.copyFloats(shape.frames(), next, i * shape.pixels());
        }
        return new MultiDataSet(new INDArray[] {matrix(past, n), matrix(action, n)}, new INDArray[] {matrix(next, n)});
    }

    private static INDArray matrix(float[] values, int rows) {
        return Vectors.array(values, rows, values.length / rows);
    }
}
