package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.Comparator;

/**
 * An episode among others that are like it, with what decides which of them stays: TEST before VAL before TRAIN, for what
 * a model is measured on must not have been learnt, and then the smallest id.
 *
 * @param split what it is for
 * @param episode its id
 */
public record Copy(Split split, String episode) implements Serializable, Comparable<Copy> {
    private static final Comparator<Copy> STAYS_FIRST =
            Comparator.comparing(Copy::split).reversed().thenComparing(Copy::episode);

    @Override
    public int compareTo(Copy that) {
        return STAYS_FIRST.compare(this, that);
    }
}
