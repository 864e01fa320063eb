package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.FbtShape;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as a flat binary transformer's minibatches. */
public final class FbtBatch {
    private FbtBatch() {}

    /**
     * One example a window: actions 0 … T-1 in, and observations 0 … T, which are both what is seen and what is said.
     *
     * @param windows N, each of at least T + 1 steps
     * @return feature {@code [N, T, A]}, labels {@code [N, T + 1, F]} and perhaps {@code [N, T + 1, P]}
     */
    public static MultiDataSet of(List<Window> windows, FbtShape shape) {
        int proprio = shape.senses().proprio();
        Steps seen = new Steps(windows, 0, shape.frames() + 1);
        INDArray actions = new Steps(windows, 0, shape.frames()).of(Layout.ACTION, shape.actions());
        INDArray frames = seen.of(Layout.FRAME, shape.pixels());
        return new MultiDataSet(
                new INDArray[] {actions},
                proprio == 0 ? new INDArray[] {frames} : new INDArray[] {frames, seen.of(Layout.PROPRIO, proprio)});
    }
}
