package io.cradle.ingest.rlds;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.SplitNames;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a file says, such as {@code bridge-train.tfrecord-00003-of-00512}.
 *
 * @param split the part before {@code .tfrecord}, or blank
 * @param shard its number, 0 for a file that is not numbered
 */
record RldsName(String split, int shard) {
    private static final Pattern NAME =
            Pattern.compile("(?:(?:.*-)?([A-Za-z0-9_]+))?\\.tfrecord(?:-(\\d{1,9})-of-\\d{1,9})?");

    /** What a file is, or empty if its name is none of a file of records. */
    static Optional<RldsName> of(Path file) {
        Matcher name = NAME.matcher(
                file.getFileName() == null ? "" : file.getFileName().toString());
        return name.matches()
                ? Optional.of(new RldsName(
                        name.group(1) == null ? "" : name.group(1),
                        name.group(2) == null ? 0 : Integer.parseInt(name.group(2))))
                : Optional.empty();
    }

    /** The split that it declares. */
    Optional<Split> declared() {
        return SplitNames.of(split);
    }
}
