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

/**
 * One build at a time in a folder on a local disk. The lock belongs to the operating system and ends with the process
 * that holds it, so that a killed build leaves the file but not the lock; the file stays, since deleting a lock file
 * would let two builds hold locks on two files of one name.
 */
final class BuildLock {
    /** Delta, Spark and DuckDB overlook names that begin with an underscore. */
    static final String FILE = "_cradle.lock";

    private final FileChannel channel;

    private BuildLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Runs a build under the lock of a folder, which is made if there is none.
     *
     * @throws IllegalArgumentException if another build holds the lock, or the folder cannot be written
     */
    static void during(Path folder, Runnable build) {
        BuildLock lock = take(folder);
        try {
            build.run();
        } finally {
            close(lock.channel);
        }
    }

    private static BuildLock take(Path folder) {
        FileChannel channel = open(folder);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                channel.truncate(0)
                        .write(ByteBuffer.wrap("process %d\n"
                                .formatted(ProcessHandle.current().pid())
                                .getBytes(StandardCharsets.UTF_8)));
                return new BuildLock(channel);
            }
            close(channel);
            throw taken(folder);
        } catch (OverlappingFileLockException sameProcess) {
            close(channel);
            throw taken(folder);
        } catch (IOException failed) {
            close(channel);
            throw unwritable(folder, failed);
        }
    }

    private static FileChannel open(Path folder) {
        try {
            Files.createDirectories(folder);
            return FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw unwritable(folder, failed);
        }
    }

    private static IllegalArgumentException taken(Path folder) {
        return new IllegalArgumentException(
                "Cannot write table '%s': another build holds the lock '%s'; wait until it ends, or write elsewhere"
                        .formatted(folder, folder.resolve(FILE)));
    }

    private static IllegalArgumentException unwritable(Path folder, IOException cause) {
        return new IllegalArgumentException(
                "Cannot write table '%s': %s; choose a folder that can be written".formatted(folder, cause), cause);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
