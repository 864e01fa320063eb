package io.cradle.dataset.information;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.TensorSpec;
import java.util.EnumMap;
import java.util.Map;

/**
 * Context models on the frames that a trained model predicts one step ahead: those from a number on. The frames before are given, to
 * the one as to the others; the context models learn from all of them, and from what {@link #learn} shows them beforehand for nothing.
 */
public final class HeldOut {
    private final int first;
    private final Map<FrameCode, FrameCoder> coders = new EnumMap<>(FrameCode.class);

    /**
     * Models that know nothing.
     *
     * @param frames binary {@code [H, W]}
     * @param first number of the first frame that is charged
     */
    public HeldOut(TensorSpec frames, int first) {
        this.first = first;
        Raster raster = Raster.of(frames);
        for (FrameCode code : FrameCode.values()) {
            coders.put(code, code.coder(raster));
        }
    }

    /** Shows all frames of an episode, for nothing. */
    public void learn(Episode episode) {
        Frames frames = Frames.of(episode.require(Layout.FRAME));
        coders.values().forEach(coder -> coder.bits(frames, frames.count()));
    }

    /**
     * Codes an episode, and learns from it.
     *
     * @param episode of more steps than the number of the first frame that is charged
     * @return bits/frame under each code, over the frames that are charged
     */
    public Map<FrameCode, Double> bitsPerFrame(Episode episode) {
        Frames frames = Frames.of(episode.require(Layout.FRAME));
        if (frames.count() <= first) {
            throw new IllegalArgumentException("Cannot charge episode '%s': it has %d steps, and %d are given"
                    .formatted(episode.id(), frames.count(), first));
        }
        Map<FrameCode, Double> bits = new EnumMap<>(FrameCode.class);
        coders.forEach((code, coder) -> bits.put(code, coder.bits(frames, first) / (frames.count() - first)));
        return bits;
    }
}
