package io.cradle.jobs.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import org.apache.spark.scheduler.SparkListener;

/**
 * Halts a child process, as a kill does, while one of its threads is inside a method: a Spark listener, so that nothing in the program knows of
 * it. It looks at all stacks, again and again, when a file has enough lines.
 */
public final class StackFailPoint extends SparkListener {
    /** Property: {@code Class.method}, by the end of the class's name. */
    static final String METHOD = "cradle.test.method";
    /** Property: a file. */
    static final String FILE = "cradle.test.file";
    /** Property: lines that it must have. */
    static final String LINES = "cradle.test.lines";

    /** By Spark, in the child. */
    public StackFailPoint() {
        Thread watcher = new Thread(StackFailPoint::watch, "fail-point");
        watcher.setDaemon(true);
        watcher.start();
    }

    private static void watch() {
        Path file = Path.of(System.getProperty(FILE));
        while (lines(file) < Integer.getInteger(LINES)) {
            LockSupport.parkNanos(20_000_000);
        }
        while (!isInside(System.getProperty(METHOD))) {
            LockSupport.parkNanos(300_000); // looking stops all threads for a moment
        }
        Runtime.getRuntime().halt(FailPoint.EXIT);
    }

    private static long lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file).size() : 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static boolean isInside(String method) {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> (frame.getClassName() + "." + frame.getMethodName()).endsWith(method));
    }
}
