package io.cradle.jobs;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.SelectionTable;
import io.cradle.jobs.build.BuiltPart;
import io.cradle.jobs.build.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The directory of a build.
 *
 * @param out where it lies
 * @param manifest as the last build left it
 * @param table its episodes, whether there are any or not
 * @param selection what was decided on them, whether it was or not
 */
record BuildFolder(Path out, Manifest manifest, EpisodeTable table, SelectionTable selection) {
    private static final long MOST_BYTES = 1 << 20;

    static BuildFolder open(SparkSession spark, Path given) {
        Path out = given.toAbsolutePath().normalize();
        return new BuildFolder(
                out,
                manifest(out.resolve(Manifest.FILE)),
                EpisodeTable.at(spark, out.resolve("table").toString()),
                SelectionTable.at(spark, out.resolve("selection").toString()));
    }

    private static Manifest manifest(Path file) {
        try {
            if (Files.notExists(file)) {
                return Manifest.NONE;
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new CorruptDataException(
                        file.toString(),
                        "it is larger than any manifest; remove it, and the next build writes it from the tables");
            }
            return Manifest.ofJson(file.toString(), Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot read '%s': %s".formatted(file, failed), failed);
        }
    }

    /** Leaves a manifest; nothing is written where it says nothing new. */
    void save(Manifest next) {
        if (!next.equals(manifest)) {
            Output.write(out.resolve(Manifest.FILE), next.toJson() + "\n");
        }
    }

    /** Episodes of a part that the table's log says are committed. */
    long committed(BuiltPart part) {
        return table.committed(part.writer()).orElse(0);
    }

    /** The parts with as many episodes as the table's log has of them. */
    List<BuiltPart> committed(List<BuiltPart> parts) {
        return parts.stream().map(part -> part.with(committed(part))).toList();
    }

    /** Whether the manifest says what is there. */
    boolean isRecorded(List<BuiltPart> parts) {
        return manifest.table().version() == table.version()
                && manifest.selection().version() == selection.version()
                && manifest.parts().equals(parts);
    }

    /**
     * Refuses a directory from which something has vanished since the last build.
     *
     * @throws IllegalArgumentException if the table, or a version of it, is gone
     * @throws CorruptDataException if a data file is gone
     */
    void requireWhole() {
        requireTable();
        if (table.exists()) {
            requireFiles(table.reference(), table.missingFiles());
            manifest.parts().forEach(this::requirePart);
        }
        if (selection.exists()) {
            requireParent();
            requireFiles(selection.reference(), selection.missingFiles());
        }
    }

    private void requireTable() {
        if (table.exists() && table.version() < manifest.table().version()) {
            throw refusal("its table is at version %d, and %s names version %d"
                    .formatted(table.version(), Manifest.FILE, manifest.table().version()));
        }
        if (!table.exists() && manifest.table().version() >= 0) {
            throw refusal("%s names version %d of the table '%s', which is gone"
                    .formatted(Manifest.FILE, manifest.table().version(), table.path()));
        }
        if (!table.exists() && selection.exists()) {
            throw refusal("its selection judges '%s', which is gone".formatted(selection.parent()));
        }
    }

    private void requirePart(BuiltPart part) {
        if (committed(part) < part.episodes()) {
            throw refusal("%s names %d episodes of part '%s', the table's log %d"
                    .formatted(Manifest.FILE, part.episodes(), part.name(), committed(part)));
        }
    }

    private void requireParent() {
        String parent = selection.parent();
        Reference judged = Reference.of(parent);
        if (!judged.path().equals(table.path()) || judged.version() > table.version()) {
            throw new IllegalArgumentException(
                    "Cannot build '%s': its selection judges '%s', the table is '%s'; where the directory was moved, or the table was, remove '%s' to have all judged anew"
                            .formatted(out, parent, table.reference(), selection.path()));
        }
    }

    private IllegalArgumentException refusal(String problem) {
        return new IllegalArgumentException(
                "Cannot build '%s': %s; put back what is missing, or empty the directory to make the same episodes anew"
                        .formatted(out, problem));
    }

    private static void requireFiles(String reference, List<String> missing) {
        if (!missing.isEmpty()) {
            throw new CorruptDataException(
                    reference,
                    "its data file '%s' is gone, as are %d others; put them back, or empty the directory of the build to make the same episodes anew"
                            .formatted(missing.get(0), missing.size() - 1));
        }
    }
}
