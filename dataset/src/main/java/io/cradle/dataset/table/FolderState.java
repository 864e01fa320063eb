package io.cradle.dataset.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What lies at a path, told from names alone.
 *
 * @param content what it is
 * @param example name of one of the files that are none of ours; empty unless {@link Content#FOREIGN}
 */
record FolderState(Content content, String example) {
    private static final String LOG = "_delta_log";
    private static final int VERSION_DIGITS = 20;

    enum Content {
        /** Nothing, or an empty folder. */
        NOTHING,
        /** What a first build left behind that never came to its commit. */
        LEFTOVERS,
        /** A Delta table, of whatever kind. */
        TABLE,
        /** Something else. */
        FOREIGN
    }

    /** Looks. */
    static FolderState of(FileSystem files, Path path) throws IOException {
        List<String> names = names(files, path);
        if (names.isEmpty()) {
            return new FolderState(Content.NOTHING, "");
        }
        if (newestVersion(files, path).isPresent()) {
            return new FolderState(Content.TABLE, "");
        }
        boolean locked = names.contains(BuildLock.FILE);
        Optional<String> foreign =
                names.stream().filter(name -> !locked || !isOurs(name)).findFirst();
        return foreign.map(name -> new FolderState(Content.FOREIGN, name))
                .orElseGet(() -> new FolderState(Content.LEFTOVERS, ""));
    }

    /** Deletes what a build left behind that made no commit, all but the lock. */
    static void sweep(FileSystem files, Path path) throws IOException {
        for (String name : names(files, path)) {
            if (isOurs(name) && !name.equals(BuildLock.FILE)) {
                files.delete(new Path(path, name), true);
            }
        }
    }

    /** Number of the newest commit; empty if there is none. */
    static OptionalLong newestVersion(FileSystem files, Path path) throws IOException {
        return names(files, new Path(path, LOG)).stream()
                .filter(name -> name.matches("\\d{20}\\.(json|checkpoint.*\\.parquet)"))
                .mapToLong(name -> Long.parseLong(name.substring(0, VERSION_DIGITS)))
                .max();
    }

    private static boolean isOurs(String name) {
        return name.equals(BuildLock.FILE) || name.equals(LOG) || name.matches("\\.?part-\\d{5}-.*\\.parquet(\\.crc)?");
    }

    /** Names in a folder, none if there is no folder, the file's own if it is a file. */
    private static List<String> names(FileSystem files, Path path) throws IOException {
        try {
            return Arrays.stream(files.listStatus(path))
                    .map(FileStatus::getPath)
                    .map(Path::getName)
                    .toList();
        } catch (FileNotFoundException absent) {
            return List.of();
        }
    }
}
