package io.cradle.training.evaluation;

import io.cradle.training.model.Likelihood;
import java.io.Serializable;
import java.util.List;

/**
 * How one model did on one episode.
 *
 * @param model its name
 * @param likelihood what its bits are
 * @param bitsPerFrame one step ahead, mean over the episode's scored frames
 * @param iou open loop at horizons 1 … H, each the mean over the episode's takes, in [0, 1]; none where there are no frames
 * @param clampedPixels how often a probability had to be pulled off 0 or 1
 * @param bothEmptyFrames predicted frames that were empty and rightly so: they count as IoU 1
 * @param details all else
 */
public record ModelScore(
        String model,
        Likelihood likelihood,
        double bitsPerFrame,
        List<Double> iou,
        long clampedPixels,
        long bothEmptyFrames,
        Details details)
        implements Serializable {
    public ModelScore {
        iou = List.copyOf(iou);
    }
}
