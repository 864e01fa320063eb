package io.cradle.training.dl4j;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.Senses;
import io.cradle.training.model.StepShape;
import java.util.List;
import org.nd4j.linalg.dataset.MultiDataSet;

/** Windows as a single-step network's minibatches. */
public final class StepBatch {
    private StepBatch() {}

    /**
     * One example a window: observations 0 … K-1 and action K-1 in, observation K out.
     *
     * @param windows N, each of at least K + 1 steps
     * @return features {@code [N, 1, K * (F + P) + A]} and what the head asks for, labels {@code [N, 1, F]} and perhaps {@code [N, 1, P]}
     */
    public static MultiDataSet of(List<Window> windows, StepShape shape) {
        float[] past = new float[windows.size() * shape.inputs()];
        for (int n = 0; n < windows.size(); n++) {
            fill(windows.get(n), shape, past, n * shape.inputs());
        }
        return HeadBatch.of(
                List.of(Vectors.array(past, windows.size(), 1, shape.inputs())),
                shape.head(),
                new Steps(windows, shape.frames() - 1, 1),
                new Steps(windows, shape.frames(), 1));
    }

    private static void fill(Window window, StepShape shape, float[] row, int from) {
        Senses senses = shape.senses();
        for (int k = 0; k < shape.frames(); k++) {
            int at = from + k * senses.observed();
            window.require(Layout.FRAME).copyFloats(k, row, at);
            if (senses.proprio() > 0) {
                window.require(Layout.PROPRIO).copyFloats(k, row, at + senses.pixels());
            }
        }
        window.require(Layout.ACTION).copyFloats(shape.frames() - 1, row, from + shape.frames() * senses.observed());
    }
}
