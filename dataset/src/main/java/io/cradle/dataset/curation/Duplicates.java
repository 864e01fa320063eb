package io.cradle.dataset.curation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which of several episodes with equal content stays.
 *
 * <p>Within a split it is the one with the smallest id. Across splits the copy in TRAIN leaves and the one in TEST or
 * VAL stays: what a model is measured on must not have been learnt. Pure and independent of order, so that it can be
 * applied to a whole table as to the groups of equal digests.
 */
public final class Duplicates {
    /** Reason of the verdict on a copy that leaves. */
    public static final String DUPLICATE = "duplicate";

    /** The copy that stays comes first: TEST before VAL before TRAIN, then ascending ids. */
    private static final Comparator<Copy> STAYS_FIRST =
            Comparator.comparing(Copy::split).reversed().thenComparing(Copy::episode);

    private Duplicates() {}

    /**
     * One stored episode.
     *
     * @param episode its id
     * @param digest hash of its content, see {@link io.cradle.dataset.episode.ContentHash#of}
     * @param split what it is for
     */
    public record Copy(String episode, String digest, Split split) implements Serializable {}

    /**
     * A decision.
     *
     * @param kept one copy of each digest, in order of id
     * @param dropped all others, in order of id. One that is stored twice under the same id stands in both lists:
     *     select by {@code kept}, and read one of them
     */
    public record Decision(List<Copy> kept, List<Copy> dropped) implements Serializable {
        public Decision {
            kept = List.copyOf(kept);
            dropped = List.copyOf(dropped);
        }
    }

    /** Decides among copies of any digests, in any order; an id that comes twice counts as two copies. */
    public static Decision decide(Collection<Copy> copies) {
        List<Copy> inOrder = new ArrayList<>(copies);
        inOrder.sort(STAYS_FIRST);
        Map<String, Copy> first = new HashMap<>();
        List<Copy> dropped = new ArrayList<>();
        for (Copy copy : inOrder) {
            if (first.putIfAbsent(copy.digest(), copy) != null) {
                dropped.add(copy);
            }
        }
        return new Decision(sorted(first.values()), sorted(dropped));
    }

    private static List<Copy> sorted(Collection<Copy> copies) {
        return copies.stream()
                .sorted(Comparator.comparing(Copy::episode).thenComparing(Copy::digest))
                .toList();
    }
}
