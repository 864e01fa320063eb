package io.cradle.dataset.table;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a segment stands among all of a table.
 *
 * @param episode id
 * @param firstStep number of its first step
 * @param content decides between copies; empty where copies need no order
 */
record SegmentKey(String episode, int firstStep, String content) implements Comparable<SegmentKey>, Serializable {
    private static final Comparator<SegmentKey> ORDER = Comparator.comparing(SegmentKey::episode)
            .thenComparingInt(SegmentKey::firstStep)
            .thenComparing(SegmentKey::content);

    @Override
    public int compareTo(SegmentKey that) {
        return ORDER.compare(this, that);
    }
}
