package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.NextFrameModel;

/** Frames and actions of one episode as numbers: {@code [T, F]}, each 0 or 1, and {@code [T, A]}. */
final class Recording {
    private final Episode episode;
    private final float[][] frames;
    private final float[][] actions;

    private Recording(Episode episode, float[][] frames, float[][] actions) {
        this.episode = episode;
        this.frames = frames;
        this.actions = actions;
    }

    /** Reads an episode; where it has no actions, A is 0. */
    static Recording of(Episode episode) {
        Tensor frames = binary(episode);
        float[][] actions =
                episode.find(Layout.ACTION).map(Recording::rows).orElseGet(() -> new float[episode.steps()][0]);
        return new Recording(episode, rows(frames), actions);
    }

    static Tensor binary(Episode episode) {
        Tensor frames = episode.require(Layout.FRAME);
        if (frames.spec().encoding() != Encoding.BITS) {
            throw new IllegalArgumentException("Cannot score frames '%s' of episode '%s': they hold %s, not BITS"
                    .formatted(Layout.FRAME, episode.id(), frames.spec().encoding()));
        }
        return frames;
    }

    private static float[][] rows(Tensor tensor) {
        float[][] rows = new float[tensor.rows()][];
        for (int t = 0; t < rows.length; t++) {
            rows[t] = tensor.floats(t);
        }
        return rows;
    }

    Episode episode() {
        return episode;
    }

    /** T. */
    int steps() {
        return frames.length;
    }

    /** F. */
    int pixels() {
        return frames[0].length;
    }

    /** o_t, {@code [F]}; not to be written to. */
    float[] frame(int t) {
        return frames[t];
    }

    /** a_t, {@code [A]}, which leads to o_{t+1}; not to be written to. */
    float[] action(int t) {
        return actions[t];
    }

    /**
     * What a model may see to predict o_{t+1}: {@code [K * F]}, frames t-K+1 … t. Frames before {@code earliest} are
     * none of its business: the frame at {@code earliest} stands in for each.
     */
    float[] past(int t, NextFrameModel model, int earliest) {
        int memory = model.frames();
        float[] past = new float[memory * pixels()];
        for (int k = 0; k < memory; k++) {
            int source = Math.max(earliest, t - memory + 1 + k);
            System.arraycopy(frames[source], 0, past, k * pixels(), pixels());
        }
        return past;
    }
}
