package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.Configuration;
import io.cradle.jobs.progress.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Types commands whose jobs only write down what they are asked for. */
final class Typing {
    private static final Path CONF = Path.of("..", "conf");

    /** The configuration, then the arguments, of each job that was asked. */
    final List<Object> asked = new ArrayList<>();

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    /** As spark-submit gives it. */
    Optional<String> submittedMaster = Optional.empty();
    /** Thrown by every job, unless null. */
    RuntimeException failure;

    private final Path conf;

    /** With this checkout's configuration. */
    Typing() {
        this(CONF);
    }

    Typing(Path conf) {
        this.conf = conf;
    }

    /** With a configuration of one world and one profile, in a directory of its own. */
    static Typing withOneWorld(Path conf) throws IOException {
        Files.createDirectory(conf);
        for (String file : List.of("defaults.yaml", "spark.yaml", "profiles/quickstart.yaml")) {
            Files.createDirectories(conf.resolve(file).getParent());
            Files.copy(CONF.resolve(file), conf.resolve(file));
        }
        Files.createDirectory(conf.resolve("worlds"));
        Files.copy(CONF.resolve("worlds/bounce.yaml"), conf.resolve("worlds/Bounce.yaml"));
        return new Typing(conf);
    }

    /** What passes for a table until Spark looks at it. */
    static Path table(Path directory) throws IOException {
        Path log = Files.createDirectories(directory.resolve("table/_delta_log"));
        Files.createFile(log.resolve("00000000000000000000.json"));
        return log.getParent();
    }

    /** The exit code. */
    int type(Object... words) {
        Host host = new Host(
                () -> new ConfDirectory(conf),
                context -> new RecordingJobs(context, asked, failure),
                () -> Progress.SILENT,
                submittedMaster);
        CommandLine line = Cradle.commandLine(host);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    /** Refused words are said of on standard error alone, and no job hears of them. */
    void requireNothingStarted() {
        assertThat(asked).isEmpty();
        assertThat(out.toString()).isEmpty();
    }

    Configuration configuration() {
        return (Configuration) asked.get(0);
    }

    /** What is said of words that are refused before anything starts. */
    String refused(int exitCode, Object... words) {
        assertThat(type(words)).isEqualTo(exitCode);
        requireNothingStarted();
        return err.toString();
    }
}
