package io.cradle.jobs.cli;

import io.cradle.dataset.table.BuildLock;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.build.Manifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What can be told of inputs and outputs before Spark starts. Only local paths are looked at; what has a scheme such as
 * {@code s3a:} is left to the job. All throw {@link IllegalArgumentException}.
 */
final class Places {
    private static final String SWEEP = "sweep.json";

    private Places() {}

    /** Refuses an output that is there already, or that can't be made. */
    static void requireFree(String what, String out) {
        local(out).ifPresent(path -> {
            if (exists(path)) {
                throw new IllegalArgumentException(
                        "Cannot write %s '%s': it exists; name another path with --out, or remove it"
                                .formatted(what, out));
            }
            requireWritable(what, out, path);
        });
    }

    /** As {@link #requireFree}, for a table that may be added to or replaced. */
    static void requireTableTarget(String out, WriteMode mode) {
        local(out).ifPresent(path -> {
            if (exists(path) && !Files.isDirectory(path)) {
                throw new IllegalArgumentException(
                        "Cannot write table '%s': it is a file; name another path with --out".formatted(out));
            }
            if (mode == WriteMode.CREATE && (isCommitted(path) || isForeign(path))) {
                throw new IllegalArgumentException(
                        "Cannot write table '%s': it exists; add --append to add to it, --overwrite to replace it, or --resume to go on with what was interrupted"
                                .formatted(out));
            }
            requireWritable("table", out, path);
        });
    }

    /** As {@link #requireFree}, for a Delta table that is made at once: what was left behind by a command that failed or was killed is free. */
    static void requireDeltaTarget(String what, String out) {
        local(out).ifPresent(path -> {
            if (isForeign(path) || isCommitted(path)) {
                requireFree(what, out);
            }
            requireWritable(what, out, path);
        });
    }

    /** Refuses a directory that a build cannot have to itself: one that holds anything but a build. */
    static void requireBuildTarget(String out) {
        Path path = local(out)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot build '%s': a build needs locks and files that change in one move; name a path on a local or mounted disk with --out"
                                .formatted(out)));
        requireWritable("dataset", out, path);
        if (exists(path)
                && Stream.of(BuildLock.FILE, Manifest.FILE).noneMatch(name -> Files.exists(path.resolve(name)))) {
            throw new IllegalArgumentException(
                    "Cannot build '%s': the directory holds other files and no build; name another with --out"
                            .formatted(out));
        }
    }

    /** Refuses a directory that a sweep cannot have to itself: one that holds anything but a sweep. */
    static void requireSweepTarget(String out) {
        local(out).ifPresent(path -> {
            if (exists(path) && !Files.exists(path.resolve(SWEEP))) {
                throw new IllegalArgumentException(
                        "Cannot sweep into '%s': it holds other files and no sweep; name another directory with --out"
                                .formatted(out));
            }
            requireWritable("sweep", out, path);
        });
    }

    /** Refuses what is no Delta table. */
    static void requireTable(String table) {
        requireThere("table", table);
        local(table).ifPresent(path -> {
            if (!Files.isDirectory(path.resolve("_delta_log"))) {
                throw new IllegalArgumentException(
                        "Cannot read table '%s': it has no _delta_log; name a directory that 'cradle generate' or 'cradle ingest' wrote"
                                .formatted(table));
            }
        });
    }

    /** Refuses an input that isn't there. */
    static void requireThere(String what, String input) {
        local(input).ifPresent(path -> {
            if (!Files.exists(path)) {
                throw new IllegalArgumentException("Cannot read %s '%s': there is nothing at '%s'; check the path"
                        .formatted(what, input, path.toAbsolutePath().normalize()));
            }
        });
    }

    /** Whether there is a table: one that was killed before its first commit left files, but is none. */
    private static boolean isCommitted(Path path) {
        Path log = path.resolve("_delta_log");
        return Files.isDirectory(log) && list(log).anyMatch(file -> file.endsWith(".json"));
    }

    /** Whether there is something that no build of a table leaves behind. */
    private static boolean isForeign(Path path) {
        return exists(path)
                && (!Files.isDirectory(path) || list(path).anyMatch(name -> !name.matches("[._].*|part-.*\\.parquet")));
    }

    private static Stream<String> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** An empty directory holds nothing that could be lost. */
    private static boolean exists(Path path) {
        if (!Files.isDirectory(path)) {
            return Files.exists(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.findAny().isPresent();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void requireWritable(String what, String out, Path path) {
        Path above = path.toAbsolutePath().normalize();
        while (!Files.exists(above)) {
            above = above.getParent();
        }
        if (!Files.isDirectory(above)) {
            throw new IllegalArgumentException(
                    "Cannot write %s '%s': '%s' is a file; name another path with --out".formatted(what, out, above));
        }
        if (!Files.isWritable(above)) {
            throw new IllegalArgumentException(
                    "Cannot write %s '%s': directory '%s' is not writable; change its permissions, or name another path with --out"
                            .formatted(what, out, above));
        }
        requireTaking(what, out, above);
    }

    /** Permissions don't say all: a file system may be full, read-only, or none. */
    private static void requireTaking(String what, String out, Path directory) {
        try {
            Files.delete(Files.createTempFile(directory, ".cradle", ""));
        } catch (IOException refused) {
            throw new IllegalArgumentException(
                    "Cannot write %s '%s': directory '%s' takes no files (%s); name another path with --out"
                            .formatted(what, out, directory, refused.getClass().getSimpleName()),
                    refused);
        }
    }

    private static Optional<Path> local(String place) {
        try {
            if (place.startsWith("file:")) {
                return Optional.of(Path.of(URI.create(place).getPath()));
            }
            return place.matches("[A-Za-z][A-Za-z0-9+.-]+:.*") ? Optional.empty() : Optional.of(Path.of(place));
        } catch (InvalidPathException odd) {
            throw new IllegalArgumentException("Cannot use path '%s': %s".formatted(place, odd.getReason()), odd);
        }
    }
}
