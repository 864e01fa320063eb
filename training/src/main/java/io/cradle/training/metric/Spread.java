package io.cradle.training.metric;

import java.io.Serializable;

/**
 * Whether normal forecasts are as wide as they are wrong.
 *
 * @param within50 share of what came that lay in the middle half of its forecast: 0.5 is best
 * @param within90 in the middle nine tenths: 0.9 is best
 * @param crps mean continuous ranked probability score, in the numbers' own unit; lower is better
 * @param ratio root of the mean variance said, over the root of the mean square error: 1 is best, below it is too sure
 */
public record Spread(double within50, double within90, double crps, double ratio) implements Serializable {}
