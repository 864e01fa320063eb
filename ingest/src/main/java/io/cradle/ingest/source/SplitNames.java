package io.cradle.ingest.source;

import io.cradle.dataset.episode.Split;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What sources call their splits: names of directories, of files, and of entries of metadata. */
public final class SplitNames {
    private static final Map<String, Split> SPLITS = Map.of(
            "train", Split.TRAIN,
            "training", Split.TRAIN,
            "val", Split.VAL,
            "valid", Split.VAL,
            "validation", Split.VAL,
            "eval", Split.VAL,
            "test", Split.TEST);

    private SplitNames() {}

    /** The split of this name, in any case; empty for all else. */
    public static Optional<Split> of(String name) {
        return Optional.ofNullable(SPLITS.get(name.toLowerCase(Locale.ROOT)));
    }
}
