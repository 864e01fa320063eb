package io.cradle.jobs.decide;

import io.cradle.dataset.curation.Copy;
import java.io.Serializable;
import java.util.Comparator;

/**
 * Where something stands when it is sorted: with its group, and in it by rank.
 *
 * @param group what comes together
 * @param rank an unsigned number
 * @param copy decides between equal ranks
 */
record Place(String group, long rank, Copy copy) implements Comparable<Place>, Serializable {
    private static final Comparator<Place> ORDER = Comparator.comparing(Place::group)
            .thenComparing(Place::rank, Long::compareUnsigned)
            .thenComparing(Place::copy);

    @Override
    public int compareTo(Place that) {
        return ORDER.compare(this, that);
    }
}
