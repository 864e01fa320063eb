package io.cradle.training.spark;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.PromptBank;
import io.cradle.training.model.Standard;
import java.util.List;

/**
 * What a training looks at before it begins.
 *
 * @param meanInk share of pixels that are ink, kept off 0 and 1 by half a pixel
 * @param prompts beginnings to dream from
 * @param standard in which numbers networks are told of what is stored
 */
record Beginning(double meanInk, PromptBank prompts, Standard standard) {
    private static final int SAMPLE = 512;

    /**
     * Looks at the first windows of TRAIN.
     *
     * @param model that is trained
     * @param layout of what prompts hold
     * @param frames of a prompt
     */
    static Beginning of(Shares shares, ModelConfig model, Layout layout, int frames) {
        try (WindowSource.Reader reader = shares.data().source().open()) {
            List<Window> sample =
                    shares.sample(SAMPLE).stream().map(reader::read).toList();
            return new Beginning(
                    meanInk(sample),
                    PromptBank.of(sample, layout, frames),
                    Standard.of(sample, layout, model.motion()));
        }
    }

    private static double meanInk(List<Window> sample) {
        long ink = 0;
        long pixels = 0;
        for (Window window : sample) {
            Tensor frames = window.require(Layout.FRAME);
            for (int t = 0; t < frames.rows(); t++) {
                ink += inked(frames.floats(t));
                pixels += frames.spec().elements();
            }
        }
        return (ink + 0.5) / (pixels + 1);
    }

    private static long inked(float[] frame) {
        long ink = 0;
        for (float pixel : frame) {
            ink += (long) pixel;
        }
        return ink;
    }
}
