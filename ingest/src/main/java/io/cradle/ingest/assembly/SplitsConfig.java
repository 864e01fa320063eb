package io.cradle.ingest.assembly;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.take.Take;
import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Section {@code ingest.splits} of the configuration: takes that are held out by name. Where any is named, all others are for
 * TRAIN; otherwise the source's own split counts, or else a hash of the recording.
 *
 * @param val names of the takes that settings are chosen on
 * @param test names of the takes that only {@code evaluate} reads
 */
public record SplitsConfig(List<String> val, List<String> test) implements Serializable {
    /** Names none. */
    public static final SplitsConfig NONE = new SplitsConfig(List.of(), List.of());

    public SplitsConfig {
        val = List.copyOf(val);
        test = List.copyOf(test);
        List<String> both = val.stream().filter(test::contains).toList();
        if (!both.isEmpty()) {
            throw new IllegalArgumentException(
                    "Invalid ingest.splits: %s stand in val and in test; name each once".formatted(both));
        }
    }

    /**
     * Refuses names that no recording has: one that is misspelt would be for TRAIN without a word.
     *
     * @param there names of all recordings
     */
    public void requireAmong(Collection<String> there) {
        Named.require("ingest.splits.val", val, "take", there);
        Named.require("ingest.splits.test", test, "take", there);
    }

    /** Names that none of those has. */
    List<String> unseen(Collection<String> there) {
        return Stream.concat(val.stream(), test.stream())
                .filter(name -> !there.contains(name))
                .toList();
    }

    /** Whether it names a take. */
    boolean names(String take) {
        return val.contains(take) || test.contains(take);
    }

    /** What a take is declared to be for, by this or by its source. */
    Optional<Split> of(Take take) {
        return of(take.name(), take.declared());
    }

    /**
     * What a recording is declared to be for.
     *
     * @param name of the take, or of the file
     * @param declared by its source
     */
    public Optional<Split> of(String name, Optional<Split> declared) {
        if (val.isEmpty() && test.isEmpty()) {
            return declared;
        }
        return Optional.of(test.contains(name) ? Split.TEST : val.contains(name) ? Split.VAL : Split.TRAIN);
    }
}
