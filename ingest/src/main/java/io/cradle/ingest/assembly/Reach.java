package io.cradle.ingest.assembly;

import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far the numbers of a stream go in takes: degrees go 57 times as far as radians, and millimetres a thousand times as far as metres.
 *
 * @param takes how many there are by tenths of log10 of the greatest size of a number, rounded
 */
record Reach(SortedMap<Integer, Long> takes) implements Serializable {
    /** Of nothing. */
    static final Reach UNKNOWN = new Reach(Collections.emptySortedMap());

    /** Of fewer takes nobody can tell which is odd. */
    private static final long FEWEST = 3;

    private static final double TENTHS = 10;
    /** Thirty times as far, or a thirtieth. */
    private static final double DOUBTFUL = 15;

    Reach {
        takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    }

    /** Of one take, whose numbers lie in these ranges; where all are 0 nothing is known. */
    static Reach of(Ranges ranges) {
        double size = ranges.size();
        return size > 0 ? new Reach(new TreeMap<>(Map.of(tenths(size), 1L))) : UNKNOWN;
    }

    private static int tenths(double size) {
        return (int) Math.round(TENTHS * Math.log10(size));
    }

    Reach with(Reach other) {
        TreeMap<Integer, Long> both = new TreeMap<>(takes);
        other.takes.forEach((tenths, count) -> both.merge(tenths, count, Long::sum));
        return new Reach(both);
    }

    /** How far the middle one of all takes goes, where a take of these ranges goes much further or much less far. */
    OptionalDouble others(Ranges ranges) {
        double size = ranges.size();
        long count = takes.values().stream().mapToLong(Long::longValue).sum();
        if (count < FEWEST || size == 0) {
            return OptionalDouble.empty();
        }
        int middle = middle((count + 1) / 2);
        return Math.abs(TENTHS * Math.log10(size) - middle) > DOUBTFUL
                ? OptionalDouble.of(Math.pow(10, middle / TENTHS))
                : OptionalDouble.empty();
    }

    private int middle(long rank) {
        long before = 0;
        for (Map.Entry<Integer, Long> each : takes.entrySet()) {
            before += each.getValue();
            if (before >= rank) {
                return each.getKey();
            }
        }
        throw new IllegalStateException("Cannot find take %d of %d".formatted(rank, before));
    }
}
