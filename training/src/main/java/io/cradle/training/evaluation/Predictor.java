package io.cradle.training.evaluation;

import io.cradle.training.model.NextFrameModel;
import java.util.Arrays;

/** Asks a model in batches of bounded size, and refuses answers that are no probabilities. */
final class Predictor {
    private static final int MOST_ROWS = 1024;

    private Predictor() {}

    /**
     * p(ink) of the next frames.
     *
     * @param past {@code [N, K * F]}
     * @param action {@code [N, A]}
     * @return {@code [N, F]}
     */
    static float[][] ink(NextFrameModel model, float[][] past, float[][] action) {
        float[][] ink = new float[past.length][];
        for (int from = 0; from < past.length; from += MOST_ROWS) {
            int to = Math.min(past.length, from + MOST_ROWS);
            float[][] part = model.ink(Arrays.copyOfRange(past, from, to), Arrays.copyOfRange(action, from, to));
            System.arraycopy(part, 0, ink, from, to - from);
        }
        for (float[] frame : ink) {
            requireProbabilities(model, frame);
        }
        return ink;
    }

    private static void requireProbabilities(NextFrameModel model, float[] frame) {
        for (float p : frame) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "Cannot score model '%s': p(ink)=%s; its training has diverged, lower train.learningRate"
                                .formatted(model.name(), p));
            }
        }
    }
}
