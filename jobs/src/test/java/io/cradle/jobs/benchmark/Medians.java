package io.cradle.jobs.benchmark;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Middles of what was measured. */
final class Medians {
    private Medians() {}

    /** The middle one, or the mean of the two middle ones. */
    static double of(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /** Of the rounds' own ratios: what slows the machine in a round slows both. */
    static double ratio(double[] of, double[] by) {
        return of(IntStream.range(0, of.length)
                .mapToDouble(round -> of[round] / by[round])
                .toArray());
    }
}
