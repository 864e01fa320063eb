package io.cradle.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** Names and sizes of data files. */
final class DataFiles {
    private DataFiles() {}

    /** A path as a person, DuckDB or {@link java.nio.file.Path} takes it: plain on a local disk, a URI elsewhere. */
    static String name(Path path) {
        return isLocal(path) ? path.toUri().getPath() : path.toString();
    }

    /** The same for the path's text; {@code file:/a b} and {@code file:/a%20b} are different files to Hadoop. */
    static String name(String path) {
        return name(new Path(path));
    }

    static boolean isLocal(Path path) {
        String scheme = path.toUri().getScheme();
        return scheme == null || scheme.equals("file");
    }

    /** Those of these files that are not there. */
    static List<String> missing(List<String> files, Configuration hadoop) {
        return files.stream().filter(file -> !exists(new Path(file), hadoop)).toList();
    }

    private static boolean exists(Path file, Configuration hadoop) {
        try {
            return file.getFileSystem(hadoop).exists(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot look for the data file '%s'".formatted(file), failed);
        }
    }

    /** Bytes of all files together. */
    static long bytes(List<String> files, Configuration hadoop) {
        try {
            long sum = 0;
            for (String file : files) {
                Path path = new Path(file);
                sum += path.getFileSystem(hadoop).getFileStatus(path).getLen();
            }
            return sum;
        } catch (IOException failed) {
            throw new UncheckedIOException("Cannot measure the data files of the table", failed);
        }
    }
}
