package io.cradle.jobs.report;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A headless Chromium that opens one page and says what became of it. */
final class Browser {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final List<String> QUIET = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--virtual-time-budget=4000");
    private static final long PATIENCE_SECONDS = 60;

    private final String program;

    private Browser(String program) {
        this.program = program;
    }

    /** The first one on the PATH. */
    static Optional<Browser> find() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(directory -> Path.of(directory, name)))
                .filter(Files::isExecutable)
                .map(path -> new Browser(path.toString()))
                .findFirst();
    }

    /**
     * What became of a page.
     *
     * @param dom after its scripts ran, HTML
     * @param console lines that it wrote to the console
     */
    record Opened(String dom, List<String> console) {}

    /** Opens a page and dumps its DOM; {@code work} takes its profile and logs. */
    Opened open(Path page, Path work) throws IOException, InterruptedException {
        return open(page.toUri(), work);
    }

    /** As {@link #open(Path, Path)}, at a place within the page. */
    Opened open(URI page, Path work) throws IOException, InterruptedException {
        Path log = work.resolve("stderr.log");
        String dom = run(work, log, List.of("--dump-dom", page.toString()));
        Pattern console = Pattern.compile("CONSOLE[:(]|Uncaught|Content Security Policy");
        return new Opened(
                dom,
                Files.readAllLines(log).stream()
                        .filter(line -> console.matcher(line).find())
                        .toList());
    }

    /** Writes a picture of a page. */
    void photograph(Path page, Path picture, int width, int height, Path work)
            throws IOException, InterruptedException {
        run(
                work,
                work.resolve("stderr.log"),
                List.of(
                        "--screenshot=" + picture.toAbsolutePath(),
                        "--window-size=%d,%d".formatted(width, height),
                        "--hide-scrollbars",
                        page.toUri().toString()));
    }

    private String run(Path work, Path log, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(QUIET);
        command.add("--user-data-dir=" + Files.createTempDirectory(work, "profile"));
        command.addAll(arguments);
        Path out = Files.createTempFile(work, "stdout", ".html");
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(log.toFile())
                .start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException(
                        "Chromium took more than %d s: %s".formatted(PATIENCE_SECONDS, command));
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return Files.readString(out);
    }
}
