package io.cradle.dataset.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Unchangeable copies that keep the order of what they copy. Those of {@code Map.copyOf} and {@code Set.copyOf} go through their elements in another
 * order in every process, and so does what is written, told or hashed by them: ids of episodes had once been of two kinds.
 */
public final class Ordered {
    private Ordered() {}

    /** A copy of a map, in the order that it has. */
    public static <K, V> Map<K, V> copyOf(Map<K, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /** A copy of a set, in the order that it has. */
    public static <T> Set<T> copyOf(Set<T> set) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(set));
    }
}
