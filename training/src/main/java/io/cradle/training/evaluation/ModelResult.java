package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * How one model did over all episodes.
 *
 * @param model its name
 * @param likelihood whether its bits are exact or a bound
 * @param bitsPerFrame one step ahead; lower is better
 * @param bitsPerPixel the same, divided by F
 * @param iou open loop at horizons 1 … H; higher is better
 * @param clampedPixels how often a probability was pulled off 0 or 1 before it was charged
 * @param bothEmptyFrames predicted frames that were empty and rightly so: they count as IoU 1
 */
public record ModelResult(
        String model,
        Likelihood likelihood,
        Interval bitsPerFrame,
        double bitsPerPixel,
        List<Interval> iou,
        long clampedPixels,
        long bothEmptyFrames)
        implements Serializable {
    public ModelResult {
        iou = List.copyOf(iou);
    }

    /** What a number of bits is. */
    public enum Likelihood {
        /** The model's own -log2 p, to the last pixel. */
        EXACT
    }
}
