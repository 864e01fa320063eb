package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many episodes stayed, and how many left for which reason. A monoid: {@link #NONE}, {@link #of}, {@link #merge}.
 *
 * @param kept episodes that stayed, by split; a split without any is absent
 * @param dropped episodes that left, by reason; a reason that never came up is absent
 */
public record CurationReport(SortedMap<Split, Long> kept, SortedMap<String, Long> dropped) implements Serializable {
    /** Of no episode. */
    public static final CurationReport NONE = new CurationReport(new TreeMap<>(), new TreeMap<>());

    public CurationReport {
        kept = Collections.unmodifiableSortedMap(new TreeMap<>(kept));
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
    }

    /** Of one episode. */
    public static CurationReport of(Split split, Verdict verdict) {
        return of(split, verdict, 1);
    }

    /** Of so many episodes of one split and verdict. */
    public static CurationReport of(Split split, Verdict verdict, long episodes) {
        return verdict instanceof Verdict.Drop drop
                ? new CurationReport(new TreeMap<>(), new TreeMap<>(Map.of(drop.reason(), episodes)))
                : new CurationReport(new TreeMap<>(Map.of(split, episodes)), new TreeMap<>());
    }

    /** Of the episodes of both. */
    public CurationReport merge(CurationReport that) {
        return new CurationReport(sum(kept, that.kept), sum(dropped, that.dropped));
    }

    /** Episodes that were judged. */
    public long episodes() {
        return total(kept) + total(dropped);
    }

    /** Episodes that stayed. */
    public long keptEpisodes() {
        return total(kept);
    }

    private static <K> SortedMap<K, Long> sum(SortedMap<K, Long> left, SortedMap<K, Long> right) {
        SortedMap<K, Long> sum = new TreeMap<>(left);
        right.forEach((key, count) -> sum.merge(key, count, Long::sum));
        return sum;
    }

    private static long total(Map<?, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }
}
