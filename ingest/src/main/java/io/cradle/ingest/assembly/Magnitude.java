package io.cradle.ingest.assembly;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How large something is in many takes, such as the time between two stamps: milliseconds that were taken for seconds are a thousand times as
 * large as those of all others, and degrees 57 times as large as radians. Joined in any order to the same.
 *
 * @param takes how many there are by tenths of log10 of it, rounded
 */
public record Magnitude(SortedMap<Integer, Long> takes) implements Serializable {
    /** Of nothing. */
    public static final Magnitude UNKNOWN = new Magnitude(Collections.emptySortedMap());

    private static final double TENTHS = 10;
    /** Thirty times as large, or a thirtieth: from there on a unit is doubted. */
    private static final double DOUBTFUL = 15;

    public Magnitude {
        takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    }

    /** Of one take; what isn't above 0 says nothing. */
    public static Magnitude of(double size) {
        return size > 0
                ? new Magnitude(new TreeMap<>(Map.of((int) Math.round(TENTHS * Math.log10(size)), 1L)))
                : UNKNOWN;
    }

    /** Joins two. */
    public Magnitude with(Magnitude other) {
        TreeMap<Integer, Long> both = new TreeMap<>(takes);
        other.takes.forEach((tenths, count) -> both.merge(tenths, count, Long::sum));
        return new Magnitude(both);
    }

    /** Of how many takes it is. */
    long count() {
        return takes.values().stream().mapToLong(Long::longValue).sum();
    }

    /** What the middle one of all takes has, the smaller one of two, where this is far from it. */
    OptionalDouble others(double size) {
        return others(size, DOUBTFUL);
    }

    /**
     * The same.
     *
     * @param far tenths of log10 beyond which it is far from it
     */
    OptionalDouble others(double size, double far) {
        if (size <= 0 || takes.isEmpty()) {
            return OptionalDouble.empty();
        }
        int middle = middle();
        return Math.abs(TENTHS * Math.log10(size) - middle) > far
                ? OptionalDouble.of(Math.pow(10, middle / TENTHS))
                : OptionalDouble.empty();
    }

    private int middle() {
        long left = (count() + 1) / 2;
        for (Map.Entry<Integer, Long> each : takes.entrySet()) {
            left -= each.getValue();
            if (left <= 0) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("Cannot find the middle one of %s".formatted(takes));
    }
}
