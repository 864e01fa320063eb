package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * The judged model against a baseline, episode by episode: intervals are of the paired difference.
 *
 * @param baseline its name
 * @param bitsPerFrame model − baseline; below 0 the model is better, unless the baseline's bits are a bound; above 0 it is worse, unless
 *     its own are
 * @param iou model − baseline at horizons 1 … H; above 0 the model is better
 */
public record Comparison(String baseline, Interval bitsPerFrame, List<Interval> iou) implements Serializable {
    public Comparison {
        iou = List.copyOf(iou);
    }
}
