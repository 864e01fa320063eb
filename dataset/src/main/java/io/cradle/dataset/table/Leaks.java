package io.cradle.dataset.table;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * Contents that stand in several splits. A monoid: {@link #NONE}, {@link #plus}, {@link #merge}.
 *
 * @param count how many
 * @param first those of least digest, at most {@value #MOST_SHOWN}
 */
public record Leaks(long count, List<Leak> first) implements Serializable {
    /** So many are remembered. */
    public static final int MOST_SHOWN = 10;

    /** Nothing leaks. */
    public static final Leaks NONE = new Leaks(0, List.of());

    public Leaks {
        first = List.copyOf(first);
    }

    /** With one content more, if it leaks. */
    Leaks plus(Leak content) {
        return content.crosses() ? merge(new Leaks(1, List.of(content))) : this;
    }

    /** Those of both. */
    Leaks merge(Leaks that) {
        List<Leak> least = Stream.concat(first.stream(), that.first.stream())
                .sorted((one, other) -> one.digest().compareTo(other.digest()))
                .limit(MOST_SHOWN)
                .toList();
        return new Leaks(count + that.count, least);
    }
}
