package io.cradle.dataset.table;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Where one content stands. A monoid together with {@link #of}; a leak if it stands in several splits.
 *
 * @param digest of the content
 * @param places episodes that hold it, by split
 */
public record Leak(String digest, SortedMap<Split, Place> places) implements Serializable {
    /**
     * Episodes of one split.
     *
     * @param first least id
     * @param episodes how many ids
     */
    public record Place(String first, long episodes) implements Serializable {
        private Place merge(Place that) {
            return new Place(first.compareTo(that.first) <= 0 ? first : that.first, episodes + that.episodes);
        }

        @Override
        public String toString() {
            return episodes == 1 ? "'%s'".formatted(first) : "'%s' and %d more".formatted(first, episodes - 1);
        }
    }

    public Leak {
        places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
    }

    static Leak of(EpisodeDigest digest) {
        return new Leak(digest.digest(), new TreeMap<>(Map.of(digest.split(), new Place(digest.episode(), 1))));
    }

    Leak merge(Leak that) {
        SortedMap<Split, Place> all = new TreeMap<>(places);
        that.places.forEach((split, place) -> all.merge(split, place, Place::merge));
        return new Leak(digest, all);
    }

    /** Whether it stands in more than one split. */
    boolean crosses() {
        return places.size() > 1;
    }

    /** For people: {@code TRAIN 'a', TEST 'b' and 2 more}. */
    @Override
    public String toString() {
        return places.entrySet().stream()
                .map(place -> "%s %s".formatted(place.getKey(), place.getValue()))
                .collect(Collectors.joining(", "));
    }
}
