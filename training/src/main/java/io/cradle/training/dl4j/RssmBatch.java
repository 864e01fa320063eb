package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.RssmShape;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as a recurrent state-space model's minibatches. */
public final class RssmBatch {
    private RssmBatch() {}

    /**
     * One example a window: observations 0 … T and actions 0 … T-1 in, observations 1 … T out.
     *
     * @param windows N, each of at least T + 1 steps
     * @return features {@code [N, T + 1, F]}, {@code [N, T, A]}, perhaps {@code [N, T + 1, P]}, and what the head asks for; labels
     *     {@code [N, T, F]} and perhaps {@code [N, T, P]}
     */
    public static MultiDataSet of(List<Window> windows, RssmShape shape) {
        Steps all = new Steps(windows, 0, shape.frames() + 1);
        Steps now = new Steps(windows, 0, shape.frames());
        List<INDArray> own =
                new ArrayList<>(List.of(all.of(Layout.FRAME, shape.pixels()), now.of(Layout.ACTION, shape.actions())));
        if (shape.senses().proprio() > 0) {
            own.add(all.of(Layout.PROPRIO, shape.senses().proprio()));
        }
        return HeadBatch.of(own, shape.head(), now, new Steps(windows, 1, shape.frames()));
    }
}
