package io.cradle.dataset.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * One build at a time in a folder on a local disk. The lock belongs to the operating system and ends with the process
 * that holds it, so that a killed build leaves the file but not the lock. Who holds it may delete the file: a lock on a
 * file that is gone counts for nothing, else two builds could hold locks on two files of one name.
 */
public final class BuildLock {
    /** Delta, Spark and DuckDB overlook names that begin with an underscore. */
    public static final String FILE = "_cradle.lock";

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Runs a build of a table under the lock of its folder. */
    static void during(Path folder, Runnable build) {
        during(folder, "write table", build);
    }

    /**
     * Runs a build under the lock of a folder, which is made if there is none.
     *
     * @param doing what is done there, for messages: {@code "write table"}
     * @throws IllegalArgumentException if another build holds the lock, or the folder cannot be written
     */
    public static void during(Path folder, String doing, Runnable build) {
        holding(folder, doing, () -> {
            build.run();
            return folder;
        });
    }

    /** As {@link #during(Path, String, Runnable)}, for what gives something. */
    public static <T> T holding(Path folder, String doing, Supplier<T> build) {
        BuildLock lock = take(folder, doing);
        try {
            return build.get();
        } finally {
            close(lock.channel);
        }
    }

    private static BuildLock take(Path folder, String doing) {
        FileChannel channel = open(folder, doing);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null && Files.exists(folder.resolve(FILE))) {
                channel.truncate(0)
                        .write(ByteBuffer.wrap("process %d\n"
                                .formatted(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.UTF_8)));
                return new BuildLock(channel);
            }
            close(channel);
            throw taken(folder, doing);
        } catch (OverlappingFileLockException sameProcess) {
            close(channel);
            throw taken(folder, doing);
        } catch (IOException failed) {
            close(channel);
            throw unwritable(folder, doing, failed);
        }
    }

    private static FileChannel open(Path folder, String doing) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw unwritable(folder, doing, failed);
        }
    }

    private static IllegalArgumentException taken(Path folder, String doing) {
        return new IllegalArgumentException(
                "Cannot %s '%s': another build holds the lock '%s'; wait until it ends, or write elsewhere"
                        .formatted(doing, folder, folder.resolve(FILE)));
    }

    private static IllegalArgumentException unwritable(Path folder, String doing, IOException cause) {
        return new IllegalArgumentException(
                "Cannot %s '%s': %s; choose a folder that can be written".formatted(doing, folder, cause), cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
