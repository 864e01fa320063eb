package io.cradle.training.evaluation;

import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well one model said one episode's proprio, one step ahead.
 *
 * @param error root of the mean square error over steps and channels, in deviations of TRAIN; NaN where nothing is said
 * @param bits −log2 of the density of what came, a step, in stored numbers; NaN where nothing is said
 * @param channels root of the mean square error of each channel by its name, in its unit
 * @param misled the error when each step is told another step's action; NaN where there are no actions
 */
public record FeltScore(double error, double bits, Map<String, Double> channels, double misled)
        implements Serializable {
    /** Nothing was said. */
    public static final FeltScore NONE = new FeltScore(Double.NaN, Double.NaN, Map.of(), Double.NaN);

    public FeltScore {
        channels = new TreeMap<>(channels);
    }

    /** The same beside the error when told other actions. */
    FeltScore misled(double other) {
        return new FeltScore(error, bits, channels, other);
    }
}
