package io.cradle.training.evaluation;

import io.cradle.training.metric.Forecasts;
import io.cradle.training.metric.Reliability;
import io.cradle.training.metric.WindowFeatures;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What of one model's predictions is looked at all together. A monoid: {@link #plus}; stretches are kept in an order of
 * their own, so that how episodes were spread over tasks changes nothing.
 *
 * @param reliability of p(ink) one step ahead
 * @param proprio normal forecasts of it, one step ahead
 * @param stretches {@link WindowFeatures} of true frames and of frames that were drawn in their place
 * @param coded what an arbiter makes of the same; empty where there is none
 */
public record Gathered(Reliability reliability, Forecasts proprio, List<Stretch> stretches, List<Coded> coded)
        implements Serializable {
    public Gathered {
        stretches = stretches.stream().sorted(Stretch.ORDER).toList();
        coded = coded.stream().sorted(Coded.ORDER).toList();
    }

    /**
     * True and drawn features of the same place.
     *
     * @param truth of the true frames
     * @param made of those that were drawn
     */
    public record Stretch(List<Double> truth, List<Double> made) implements Serializable {
        private static final Comparator<Stretch> ORDER = (left, right) -> Arrays.compare(
                Stream.concat(left.truth.stream(), left.made.stream()).toArray(Double[]::new),
                Stream.concat(right.truth.stream(), right.made.stream()).toArray(Double[]::new));

        public Stretch {
            truth = List.copyOf(truth);
            made = List.copyOf(made);
        }
    }

    /** What both gathered. */
    Gathered plus(Gathered that) {
        return new Gathered(
                reliability.plus(that.reliability),
                proprio.plus(that.proprio),
                Stream.concat(stretches.stream(), that.stretches.stream()).toList(),
                Stream.concat(coded.stream(), that.coded.stream()).toList());
    }
}
