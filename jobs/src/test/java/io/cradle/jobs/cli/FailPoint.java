package io.cradle.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a child process of a test dies, or waits, as two system properties tell it. Nothing in the program knows of it: a
 * log store and a policy of the tests come by.
 */
final class FailPoint {
    /** Property: the point, such as {@code before table 1}. */
    static final String POINT = "cradle.test.point";
    /** Property: a file that is written when the point is reached. */
    static final String MARKER = "cradle.test.marker";
    /** Exit code of a process that died at its point: no other end of a command has it. */
    static final int EXIT = 77;

    private static final String WAIT = "wait at ";

    private FailPoint() {}

    /** Halts without any hook, as a kill does, if this is the point. */
    static void reached(String point) {
        String told = System.getProperty(POINT, "");
        if (told.equals(point)) {
            mark(point);
            Runtime.getRuntime().halt(EXIT);
        }
        if (told.equals(WAIT + point)) {
            mark(point);
            await(go(marker()));
        }
    }

    /** The file that lets a waiting process go on. */
    static Path go(Path marker) {
        return marker.resolveSibling(marker.getFileName() + ".go");
    }

    private static Path marker() {
        return Path.of(System.getProperty(MARKER));
    }

    private static void mark(String point) {
        try {
            Files.writeString(marker(), point);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void await(Path file) {
        try {
            while (!Files.exists(file)) {
                Thread.sleep(20);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
