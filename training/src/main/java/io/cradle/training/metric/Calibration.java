package io.cradle.training.metric;

import java.io.Serializable;

/**
 * How far probabilities can be believed.
 *
 * @param error expected calibration error, {@link Reliability#error}
 * @param brier mean of (p − what came)², in [0, 1]; 0 is best (Brier, 1950)
 * @param reliability its part that comes of saying other frequencies than come: 0 is best
 * @param resolution its part that is saved by telling cases apart: more is better
 * @param uncertainty what one number for all cases would cost. Brier = reliability − resolution + uncertainty but for what probabilities
 *     differ within a bin (Murphy, "A new vector partition of the probability score", 1973)
 */
public record Calibration(double error, double brier, double reliability, double resolution, double uncertainty)
        implements Serializable {}
