package io.cradle.ingest.align;

import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * What the stamps of a stream tell of its clock.
 *
 * @param median median time between two stamps in ns; 0 where there is one stamp
 * @param rate stamps a second, by least squares over their numbers, in Hz; 0 where there is one stamp
 * @param gaps numbers of the stamps that come later than one and a half medians after the one before
 */
public record Stamps(double median, double rate, List<Integer> gaps) {
    private static final double LATE = 1.5;

    public Stamps {
        gaps = List.copyOf(gaps);
    }

    /** Looks at the stamps of a stream, at least one, which must be in order. */
    public static Stamps of(Track track) {
        double median = median(track);
        List<Integer> gaps = new ArrayList<>();
        for (int t = 1; t < track.steps(); t++) {
            if (track.time(t) - track.time(t - 1) > LATE * median) {
                gaps.add(t);
            }
        }
        return new Stamps(median, rate(track, median), gaps);
    }

    /** The first stamp that isn't after the one before, if there is one. */
    public static OptionalInt backwards(Track track) {
        return IntStream.range(1, track.steps())
                .filter(t -> track.time(t) <= track.time(t - 1))
                .findFirst();
    }

    /**
     * By what share a clock is faster than it should be.
     *
     * @param declared Hz, above 0
     * @return 0.01 where it counts 1 % more stamps in a second
     */
    public double drift(double declared) {
        return rate == 0 ? 0 : rate / declared - 1;
    }

    /** Median time between two stamps in ns; 0 where there is one. */
    public static double median(Track track) {
        if (track.steps() < 2) {
            return 0;
        }
        long[] periods = IntStream.range(1, track.steps())
                .mapToLong(t -> track.time(t) - track.time(t - 1))
                .sorted()
                .toArray();
        return periods[periods.length / 2];
    }

    /** One over the slope of the stamps over the intervals that lie between them, gaps counted as what they hold. */
    private static double rate(Track track, double median) {
        int steps = track.steps();
        if (steps < 2) {
            return 0;
        }
        double[] number = new double[steps];
        for (int t = 1; t < steps; t++) {
            number[t] = number[t - 1] + Math.max(1, Math.rint((track.time(t) - track.time(t - 1)) / median));
        }
        return 1e9 / slope(number, track);
    }

    private static double slope(double[] number, Track track) {
        double mean = IntStream.range(0, number.length)
                .mapToDouble(t -> number[t])
                .average()
                .orElseThrow();
        double late = IntStream.range(0, number.length)
                .mapToDouble(t -> track.time(t) - track.time(0))
                .average()
                .orElseThrow();
        double together = 0;
        double squares = 0;
        for (int t = 0; t < number.length; t++) {
            together += (number[t] - mean) * (track.time(t) - track.time(0) - late);
            squares += (number[t] - mean) * (number[t] - mean);
        }
        return together / squares;
    }
}
