package io.cradle.ingest.align;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.take.Track;
import java.util.Arrays;
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
        return of(track.times());
    }

    /**
     * Looks at stamps.
     *
     * @param times in ns, {@code [T]}, at least one, each after the one before
     */
    public static Stamps of(long[] times) {
        double median = median(times);
        int[] gaps = IntStream.range(1, times.length)
                .filter(t -> times[t] - times[t - 1] > LATE * median)
                .toArray();
        return new Stamps(
                median, rate(times, median), Arrays.stream(gaps).boxed().toList());
    }

    /** Where the gaps are, in words. */
    public String late() {
        return "gaps before %d of its rows, counted from 0: %s".formatted(gaps.size(), Finding.first(gaps));
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
        return median(track.times());
    }

    private static double median(long[] times) {
        if (times.length < 2) {
            return 0;
        }
        long[] periods = IntStream.range(1, times.length)
                .mapToLong(t -> times[t] - times[t - 1])
                .sorted()
                .toArray();
        return periods[periods.length / 2];
    }

    /** One over the slope of the stamps over the intervals that lie between them, gaps counted as what they hold. */
    private static double rate(long[] times, double median) {
        if (times.length < 2) {
            return 0;
        }
        double[] number = new double[times.length];
        for (int t = 1; t < times.length; t++) {
            number[t] = number[t - 1] + Math.max(1, Math.rint((times[t] - times[t - 1]) / median));
        }
        return 1e9 / slope(number, times);
    }

    private static double slope(double[] number, long[] times) {
        double mean = Arrays.stream(number).average().orElseThrow();
        double late = Arrays.stream(times)
                .mapToDouble(time -> time - times[0])
                .average()
                .orElseThrow();
        double together = 0;
        double squares = 0;
        for (int t = 0; t < number.length; t++) {
            together += (number[t] - mean) * (times[t] - times[0] - late);
            squares += (number[t] - mean) * (number[t] - mean);
        }
        return together / squares;
    }
}
