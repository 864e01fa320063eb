package io.cradle.ingest.assembly;

import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    /** Of what is finite; a channel without any is 0. */
    static Ranges of(Track track) {
        int channels = track.channels().size();
        float[] low = new float[channels];
        float[] high = new float[channels];
        Arrays.fill(low, Float.POSITIVE_INFINITY);
        Arrays.fill(high, Float.NEGATIVE_INFINITY);
        for (int t = 0; t < track.steps(); t++) { // plain loops: a log has millions of rows
            for (int c = 0; c < channels; c++) {
                widen(c, track.value(t, c), low, high);
            }
        }
        return new Ranges(numbers(low), numbers(high));
    }

    private static void widen(int channel, float value, float[] low, float[] high) {
        if (Float.isFinite(value)) {
            low[channel] = Math.min(low[channel], value);
            high[channel] = Math.max(high[channel], value);
        }
    }

    private static List<Double> numbers(float[] limits) {
        return IntStream.range(0, limits.length)
                .mapToObj(c -> Float.isFinite(limits[c]) ? (double) limits[c] : 0)
                .toList();
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

    /** Of all numbers the greatest, whatever its sign. */
    double size() {
        return Stream.concat(low.stream(), high.stream())
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
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
