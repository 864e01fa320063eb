package io.cradle.jobs;

import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a job has made so far.
 *
 * @param byExecutor how many episodes, by the id of the process that made them
 * @param numbers of the actions that were chosen
 * @param clipped how many of them were outside of their range, and cut to it
 */
record Made(SortedMap<String, Long> byExecutor, long numbers, long clipped) {
    /** The beginning. */
    static final Made NOTHING = new Made(new TreeMap<>(), 0, 0);

    /** With what the parts of one more commit made. */
    Made plus(Collection<Share> parts) {
        SortedMap<String, Long> sum = new TreeMap<>(byExecutor);
        parts.forEach(part -> sum.merge(part.executor(), part.items(), Long::sum));
        return new Made(
                sum,
                numbers + parts.stream().mapToLong(Share::numbers).sum(),
                clipped + parts.stream().mapToLong(Share::clipped).sum());
    }

    long episodes() {
        return byExecutor.values().stream().mapToLong(Long::longValue).sum();
    }

    /** For people: how much was cut off. */
    String clippings() {
        return "%d of %d numbers".formatted(clipped, numbers);
    }
}
