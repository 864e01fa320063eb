package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Tensor;
import io.cradle.training.model.Likelihood;
import java.io.Serializable;

/**
 * One open-loop prediction to look at: the first take of an episode.
 *
 * @param episode its id
 * @param model name of the model
 * @param likelihood what its bits are
 * @param bitsPerFrame the model's, over the whole episode
 * @param prompt frames that the model was given
 * @param truth {@code [prompt + horizon, H, W]} binary frames
 * @param ink {@code [prompt + horizon, H, W]} p(ink) as predicted; the true frames in the prompt
 */
public record Film(
        String episode, String model, Likelihood likelihood, double bitsPerFrame, int prompt, Tensor truth, Tensor ink)
        implements Serializable {
    public Film {
        if (truth.rows() != ink.rows()
                || !truth.spec().shape().equals(ink.spec().shape())) {
            throw new IllegalArgumentException(
                    "Invalid film of episode '%s': truth is %s, prediction is %s".formatted(episode, truth, ink));
        }
    }

    /** Frames in it. */
    public int frames() {
        return truth.rows();
    }

    /** Overlap of truth and prediction in frame {@code t}, in [0, 1]: 1 in the prompt, and where both are empty. */
    public double iou(int t) {
        return Overlap.of(ink.floats(t), truth.floats(t)).iou();
    }
}
