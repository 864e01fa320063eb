package io.cradle.training.spark;

import java.io.Serializable;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * A loss over examples.
 *
 * @param loss sum over examples, nats
 * @param examples how many
 */
public record Total(double loss, long examples) implements Serializable {
    /** Of nothing. */
    public static final Total NONE = new Total(0, 0);

    Total plus(double mean, int more) {
        return new Total(loss + mean * more, examples + more);
    }

    /** Of all these, summed in their order. */
    static Total of(Collection<Total> parts) {
        double loss = 0;
        long examples = 0;
        for (Total part : parts) {
            loss += part.loss;
            examples += part.examples;
        }
        return new Total(loss, examples);
    }

    /** Bits an example; empty if there is none. */
    public OptionalDouble bits() {
        return examples == 0 ? OptionalDouble.empty() : OptionalDouble.of(loss / examples / Math.log(2));
    }
}
