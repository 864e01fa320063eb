package io.cradle.dataset.table;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program of this machine that somebody else wrote.
 *
 * @param name as it is called on the PATH
 */
record Program(String name) {
    private static final long PATIENCE_SECONDS = 120;

    /** What a program came to; its output is in a file. */
    record Said(int exitCode, Path out, String err) {}

    boolean isThere() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, name)));
    }

    /** Skips the test that asks, with the reason on the console, unless something holds. */
    static void require(boolean there, String reason) {
        if (!there) {
            System.out.println(reason);
        }
        assumeTrue(there, reason);
    }

    /** Runs it in a directory. */
    Said run(Path directory, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(directory, "out", ".bin");
        Path err = Files.createTempFile(directory, "err", ".txt");
        List<String> command =
                Stream.concat(Stream.of(name), Stream.of(arguments)).toList();
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("%s took more than %d s".formatted(command, PATIENCE_SECONDS));
        }
        return new Said(process.exitValue(), out, Files.readString(err));
    }
}
