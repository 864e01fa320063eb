package io.cradle.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A running process of the cluster and the files it writes to.
 *
 * @param name what it is to a reader of an error message: {@code "worker 1"}
 * @param out its standard output
 * @param log its standard error, where Spark logs
 */
record LeashedProcess(String name, Process process, Path out, Path log) {
    private static final int TAIL = 30;
    private static final long PATIENCE = 8;

    /** Starts {@code builder} with its output in {@code directory}. */
    static LeashedProcess start(String name, ProcessBuilder builder, Path directory) throws IOException {
        String file = name.replace(' ', '-');
        Path out = directory.resolve(file + ".out");
        Path log = directory.resolve(file + ".log");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(log.toFile()).start();
        return new LeashedProcess(name, process, out, log);
    }

    /** The first group of {@code pattern} in the log, waited for; fails at once if the process dies. */
    String awaitLogged(Pattern pattern, Duration patience) {
        return Await.value(
                patience,
                () -> logged(pattern),
                () -> "Cannot start %s: nothing like '%s' logged within %d s; last lines of '%s':%n%s"
                        .formatted(name, pattern, patience.toSeconds(), log, tail()));
    }

    private Optional<String> logged(Pattern pattern) {
        boolean alive = process.isAlive();
        Matcher matcher = pattern.matcher(read(log));
        if (matcher.find()) {
            return Optional.of(matcher.group(1));
        }
        if (!alive) {
            throw new IllegalStateException("Cannot start %s: it ended with exit code %d; last lines of '%s':%n%s"
                    .formatted(name, process.exitValue(), log, tail()));
        }
        return Optional.empty();
    }

    /** The last lines of the log. */
    String tail() {
        List<String> lines = read(log).lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - TAIL), lines.size()));
    }

    /** This process and all below it. */
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /** Lets the leash go, waits for the process to end by itself, and then ends by force what is left of its family. */
    void end() {
        List<ProcessHandle> family = family();
        try {
            process.getOutputStream().close();
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        } catch (IOException broken) {
            System.err.println("The leash of " + name + " was already broken: " + broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            family.forEach(ProcessHandle::destroyForcibly);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
