package io.cradle.training.simulator;

import java.io.Serializable;

/**
 * Section {@code dream} of the configuration: how an observation follows from what a model says of it.
 *
 * @param draw whether it is drawn at random
 * @param temperature above 0, of a SAMPLE: what logits are divided by, and deviations multiplied with; 1 draws as the model says
 */
public record Sampling(Draw draw, double temperature) implements Serializable {
    /** How an observation is chosen. */
    public enum Draw {
        /** Ink where it is likelier than not, and proprio as it is expected: the same every time. */
        LIKELIEST,
        /** At random, from the seed of its world. */
        SAMPLE
    }

    /** The same observation every time. */
    public static final Sampling THRESHOLD = new Sampling(Draw.LIKELIEST, 1);
    /** As the model says. */
    public static final Sampling BERNOULLI = new Sampling(Draw.SAMPLE, 1);

    public Sampling {
        if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "Invalid dream.temperature=%s: must be above 0; for the likeliest observation say dream.draw=LIKELIEST"
                            .formatted(temperature));
        }
    }
}
