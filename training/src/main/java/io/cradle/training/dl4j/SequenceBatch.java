package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.TransformerShape;
import java.util.List;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as a transformer's minibatches. */
public final class SequenceBatch {
    private SequenceBatch() {}

    /**
     * One example a window: observations and actions 0 … T-1 in, observations 1 … T out.
     *
     * @param windows N, each of at least T + 1 steps
     * @return features {@code [N, T, F]}, {@code [N, T, A]} and what the head asks for, labels {@code [N, T, F]} and perhaps {@code [N, T, P]}
     */
    public static MultiDataSet of(List<Window> windows, TransformerShape shape) {
        Steps now = new Steps(windows, 0, shape.frames());
        Steps next = new Steps(windows, 1, shape.frames());
        return HeadBatch.of(
                List.of(now.of(Layout.FRAME, shape.pixels()), now.of(Layout.ACTION, shape.actions())),
                shape.head(),
                now,
                next);
    }
}
