package io.cradle.jobs.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.jobs.Jobs.CompareArguments;
import io.cradle.jobs.Jobs.ExportArguments;
import io.cradle.jobs.JobsFactory;
import io.cradle.jobs.SparkJobs;
import io.cradle.jobs.configuration.ConfDirectory;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CompareCommandTest {
    private static final String ROUND =
            "{\"round\":%d,\"examples\":320,\"loss\":50.5,\"seconds\":1.5,\"executors\":{\"driver\":320},\"learningRate\":0.002,\"validation\":{\"before\":null,\"after\":%s}}\n";

    @TempDir
    Path directory;

    private final List<Object> asked = new ArrayList<>();
    private final List<String> stages = new ArrayList<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int cradle(JobsFactory jobs, Object... words) {
        Host host = new Host(
                () -> new ConfDirectory(Path.of("..", "conf")), jobs, () -> new Stages(stages), Optional.empty());
        CommandLine line = Cradle.commandLine(host);
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(words).map(Object::toString).toArray(String[]::new));
    }

    private int recorded(Object... words) {
        return cradle(context -> new RecordingJobs(context, asked, null), words);
    }

    /** Remembers what was begun, such as the start of Spark. */
    private record Stages(List<String> names) implements Progress {
        @Override
        public void stage(String name, long total) {
            names.add(name);
        }

        @Override
        public void extend(long steps) {}

        @Override
        public void advance(long steps) {}

        @Override
        public void note(String text) {}

        @Override
        public void done() {}
    }

    private Path log(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name + ".rounds.jsonl"), text);
    }

    @Test
    void argumentsReachTheJob() {
        assertThat(recorded("compare", "a", "b")).isZero();
        assertThat(asked.get(1)).isEqualTo(new CompareArguments(List.of("a", "b"), "compare.html"));
        asked.clear();
        assertThat(recorded("compare", "a", "--out", "page.html")).isZero();
        assertThat(asked.get(1)).isEqualTo(new CompareArguments(List.of("a"), "page.html"));
        asked.clear();
        assertThat(recorded("export-mlflow", "a", "b", "--tracking-uri", "http://h:1", "--experiment", "e"))
                .isZero();
        assertThat(asked.get(1)).isEqualTo(new ExportArguments(List.of("a", "b"), "http://h:1", "e"));
        asked.clear();
        assertThat(recorded("export-mlflow", "a", "--tracking-uri", "databricks"))
                .isZero();
        assertThat(asked.get(1)).isEqualTo(new ExportArguments(List.of("a"), "databricks", "cradle"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"compare", "export-mlflow"})
    void helpHasExamples(String command) {
        assertThat(recorded(command, "--help")).isZero();
        assertThat(out.toString()).contains("Examples:\n  cradle " + command, "--conf", "--set");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "compare                                  | Missing required parameter: 'RUN'",
                "compare a --out page.pdf                 | Cannot write 'page.pdf': its name must end in .html",
                "export-mlflow a                          | Missing required option: '--tracking-uri=URI'",
                "export-mlflow a --tracking-uri mlruns    | Cannot export to MLflow at 'mlruns': it is no tracking server",
            })
    void misuseIsSaidBeforeAnythingStarts(String words, String says) {
        assertThat(recorded((Object[]) words.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(says);
        assertThat(asked).isEmpty();
    }

    @Test
    void runsAreComparedWithoutSpark() throws IOException {
        log("a", ROUND.formatted(0, 40) + ROUND.formatted(1, 30.125) + ROUND.formatted(2, 31));
        log("b", ROUND.formatted(0, 25) + "{\"round\":1,\"exam");
        Path page = directory.resolve("compare.html");

        for (int twice = 0; twice < 2; twice++) {
            assertThat(cradle(SparkJobs::new, "compare", directory, "--out", page))
                    .as(err.toString())
                    .isZero();
        }

        assertThat(out.toString().lines().limit(3))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("run"),
                        line -> assertThat(line).matches("b +25.000 +25.000 +50.500 +1 +320 .*"),
                        line -> assertThat(line).matches("a +30.125 +31.000 +50.500 +3 +960 .*"));
        assertThat(out.toString()).contains("Page: " + page);
        assertThat(page).content().contains("Least loss on VAL: b, 25.000 bits/frame.");
        assertThat(stages).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNamedInOneLine() throws IOException {
        Path nowhere = directory.resolve("nowhere");
        assertThat(cradle(SparkJobs::new, "compare", nowhere)).isEqualTo(1);
        assertThat(err.toString()).startsWith("Cannot read run '%s': ".formatted(nowhere));

        Path log = log("a", ROUND.formatted(0, 40) + "damaged\n" + ROUND.formatted(2, 31));
        err.getBuffer().setLength(0);
        assertThat(cradle(SparkJobs::new, "compare", directory)).isEqualTo(1);
        assertThat(err.toString())
                .isEqualTo(
                        "Cannot read '%s': line 2 is no round of a training: damaged; remove the line, or train anew\n"
                                .formatted(log));
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedInOneLine() throws IOException {
        log("a", ROUND.formatted(0, 40));

        assertThat(cradle(SparkJobs::new, "export-mlflow", directory, "--tracking-uri", "http://127.0.0.1:1"))
                .isEqualTo(1);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith("Cannot export to MLflow at 'http://127.0.0.1:1': ")
                .contains("refused")
                .endsWith("; check --tracking-uri, and that a tracking server answers there");
    }
}
