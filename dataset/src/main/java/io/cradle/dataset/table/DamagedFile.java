package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.FileNotFoundException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.Path;

/** Finds the data file that Spark tripped over. */
final class DamagedFile {
    private static final Pattern FILE = Pattern.compile("(?:[a-z][a-z0-9]*:)?/[^\\n]*?\\.parquet");
    /** What Spark, Parquet and Hadoop say when a file is not as it should be; never of what is done with its rows. */
    private static final List<String> COMPLAINTS = List.of(
            "Encountered error while reading file",
            "is not a Parquet file",
            "ould not read footer",
            "ChecksumException",
            "does not exist");

    private DamagedFile() {}

    /**
     * What is wrong with a data file, if that is what went wrong.
     *
     * @param chain an exception and its causes
     */
    static Optional<CorruptDataException> in(List<Throwable> chain) {
        return chain.stream()
                .map(Throwable::getMessage)
                .filter(text -> text != null && COMPLAINTS.stream().anyMatch(text::contains))
                .map(FILE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(found -> damaged(found.group(), chain));
    }

    /** Blames a file for what was thrown while it was read. */
    static CorruptDataException blame(String file, Exception thrown) {
        return damaged(file, TaskFailure.chain(thrown));
    }

    private static CorruptDataException damaged(String file, List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        String reason = String.valueOf(root.getMessage()).lines().findFirst().orElse("");
        boolean gone = root instanceof FileNotFoundException;
        return new CorruptDataException(
                name(file),
                gone
                        ? "it is gone; restore it, or build the table anew"
                        : "it is damaged or cut short (%s); restore it, or build the table anew".formatted(reason),
                root);
    }

    /** Spark names some files by URIs in which a space is {@code %20}, and others as they are. */
    private static String name(String found) {
        try {
            return DataFiles.name(new Path(URI.create(found)));
        } catch (IllegalArgumentException plain) { // holds characters that no URI has
            return DataFiles.name(found);
        }
    }
}
