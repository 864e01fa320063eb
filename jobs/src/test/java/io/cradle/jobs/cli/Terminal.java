package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.jobs.SparkJobs;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.progress.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;

/** Types commands, with this checkout's configuration, and reads what they say. */
public final class Terminal {
    private static final Path CONF = Path.of("..", "conf");

    private Terminal() {}

    /** What a command came to. */
    record Said(int exitCode, String out, String err) {}

    static Said type(Object... words) {
        Host host = new Host(() -> new ConfDirectory(CONF), SparkJobs::new, () -> Progress.SILENT, Optional.empty());
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Cradle.commandLine(host);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] arguments =
                java.util.Arrays.stream(words).map(Object::toString).toArray(String[]::new);
        return new Said(line.execute(arguments), out.toString(), err.toString());
    }

    /** As {@link #type}, for a command that must end well; its standard output. */
    public static String succeed(Object... words) {
        Said said = type(words);
        assertThat(said.exitCode()).as(said.err()).isZero();
        return said.out();
    }

    /** As {@link #type}, for a command that must fail with one line on standard error; that line. */
    static String fail(int exitCode, Object... words) {
        Said said = type(words);
        assertThat(said.exitCode()).as(said.out() + said.err()).isEqualTo(exitCode);
        assertThat(said.err()).doesNotContain("\tat ");
        return said.err().strip();
    }

    public static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    public static JsonNode describe(Path table) {
        return json(succeed("describe", table, "--json"));
    }
}
