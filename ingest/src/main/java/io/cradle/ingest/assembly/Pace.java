package io.cradle.ingest.assembly;

import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How far apart the stamps of takes lie, as powers of ten: milliseconds that were taken for seconds are a thousand times as far apart as those of
 * all others. Joined in any order to the same.
 *
 * @param takes how many takes there are by log10 of the median time between two stamps in ns, rounded
 */
record Pace(SortedMap<Integer, Long> takes) implements Serializable {
    /** Of nothing. */
    static final Pace UNKNOWN = new Pace(Collections.emptySortedMap());

    /** Powers of ten between a take and most others from which on the unit of time is doubted. */
    private static final double DOUBTFUL = 1.5;

    Pace {
        takes = Collections.unmodifiableSortedMap(new TreeMap<>(takes));
    }

    /**
     * Of one take.
     *
     * @param period median time between two stamps in ns; what isn't above 0 is no pace
     */
    static Pace of(double period) {
        return period <= 0 ? UNKNOWN : new Pace(new TreeMap<>(Map.of((int) Math.round(Math.log10(period)), 1L)));
    }

    Pace with(Pace other) {
        TreeMap<Integer, Long> both = new TreeMap<>(takes);
        other.takes.forEach((power, count) -> both.merge(power, count, Long::sum));
        return new Pace(both);
    }

    /** Seconds between two stamps of most takes, to a power of ten, where a period in ns lies far from that. */
    OptionalDouble others(double period) {
        return takes.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(most -> period > 0 && Math.abs(Math.log10(period) - most.getKey()) > DOUBTFUL)
                .map(most -> OptionalDouble.of(Math.pow(10, most.getKey() - 9)))
                .orElse(OptionalDouble.empty());
    }
}
