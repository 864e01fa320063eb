package io.cradle.training.evaluation;

import io.cradle.training.model.NextFrameModel;
import java.util.List;

/**
 * Prediction without looking: after the prompt a model sees its own frames, cut at {@link Overlap#THRESHOLD}, and the
 * true actions.
 */
final class OpenLoop {
    private OpenLoop() {}

    /**
     * p(ink) at each horizon.
     *
     * @param takes of one prompt and horizon
     * @return {@code [takes][horizon][F]}
     */
    static float[][][] ink(NextFrameModel model, List<Take> takes) {
        int horizon = takes.get(0).horizon();
        float[][] past = takes.stream()
                .map(take -> take.recording().past(take.before(1), model, take.start()))
                .toArray(float[][]::new);
        float[][][] ink = new float[takes.size()][horizon][];
        for (int h = 1; h <= horizon; h++) {
            int now = h;
            float[][] action = takes.stream().map(take -> take.action(now)).toArray(float[][]::new);
            float[][] next = Predictor.ink(model, past, action);
            for (int n = 0; n < next.length; n++) {
                ink[n][h - 1] = next[n];
                push(past[n], next[n]);
            }
        }
        return ink;
    }

    /** Drops the oldest frame of {@code past} and appends the prediction, cut to 0 and 1. */
    private static void push(float[] past, float[] next) {
        System.arraycopy(past, next.length, past, 0, past.length - next.length);
        int last = past.length - next.length;
        for (int pixel = 0; pixel < next.length; pixel++) {
            past[last + pixel] = next[pixel] > Overlap.THRESHOLD ? 1 : 0;
        }
    }
}
