package io.cradle.ingest.assembly;

import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Least and greatest number of each channel of a stream, as recorded.
 *
 * @param low {@code [C]}
 * @param high {@code [C]}
 */
record Ranges(List<Double> low, List<Double> high) implements Serializable {
    /** Share of its range by which a channel's limits lie beyond it: tomorrow's recordings go a little further. */
    private static final double MARGIN = 0.1;

    Ranges {
        low = List.copyOf(low);
        high = List.copyOf(high);
    }

    static Ranges of(Track track) {
        List<Double> low = new ArrayList<>();
        List<Double> high = new ArrayList<>();
        for (int channel = 0; channel < track.channels().size(); channel++) {
            int c = channel;
            double[] finite = IntStream.range(0, track.steps())
                    .mapToDouble(t -> track.value(t, c))
                    .filter(Double::isFinite)
                    .toArray();
            low.add(IntStream.range(0, finite.length)
                    .mapToDouble(i -> finite[i])
                    .min()
                    .orElse(0));
            high.add(IntStream.range(0, finite.length)
                    .mapToDouble(i -> finite[i])
                    .max()
                    .orElse(0));
        }
        return new Ranges(low, high);
    }

    Ranges with(Ranges other) {
        return new Ranges(
                IntStream.range(0, low.size())
                        .mapToObj(c -> Math.min(low.get(c), other.low.get(c)))
                        .toList(),
                IntStream.range(0, high.size())
                        .mapToObj(c -> Math.max(high.get(c), other.high.get(c)))
                        .toList());
    }

    /** Lower limit of a channel, beyond its least number. */
    double lowest(int channel) {
        return low.get(channel) - margin(channel);
    }

    /** Upper limit of a channel, beyond its greatest number. */
    double highest(int channel) {
        return high.get(channel) + margin(channel);
    }

    /** A channel that never changes is given a range of its size, or of 1 around 0. */
    private double margin(int channel) {
        double span = high.get(channel) - low.get(channel);
        return span > 0 ? MARGIN * span : Math.max(1, Math.abs(low.get(channel)));
    }
}
