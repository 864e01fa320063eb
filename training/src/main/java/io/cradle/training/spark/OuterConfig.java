package io.cradle.training.spark;

import java.io.Serializable;

/**
 * Section {@code train.outer} of the configuration: what the driver makes of an average.
 *
 * @param method the rule
 * @param rate η of DILOCO and SLOWMO, above 0
 * @param momentum μ of DILOCO and SLOWMO, in [0, 1)
 */
public record OuterConfig(Outer method, double rate, double momentum) implements Serializable {
    /** The average as it is. */
    public static final OuterConfig AVERAGE = new OuterConfig(Outer.AVERAGE, 1, 0);

    public OuterConfig {
        if (!(rate > 0) || Double.isInfinite(rate) || !(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException(
                    "Invalid train.outer.rate=%s, train.outer.momentum=%s: the rate must be above 0 and finite, the momentum in [0, 1)"
                            .formatted(rate, momentum));
        }
    }
}
