package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.json;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code cradle evaluate}, with everything that it can ask, and what it refuses. */
class EvaluationIT {
    @TempDir
    static Path directory;

    private static Path model;
    private static Path table;
    private static Path arbiter;

    @BeforeAll
    static void aModelAndATableOfTheSameWorld() {
        Path run = directory.resolve("run");
        succeed("run", "--profile", "smoke", "--out", run);
        model = run.resolve("checkpoint");
        table = directory.resolve("table");
        succeed("generate", "--world", "Bounce", "--episodes", 800, "--seed", 2, "--out", table);
        arbiter = directory.resolve("arbiter.bin");
        succeed("arbiter", table, "--steps", 20, "--out", arbiter);
    }

    private static List<Object> evaluate(Path measured, Path out, Object... more) {
        List<Object> words =
                new ArrayList<>(List.of("evaluate", model, "--profile", "smoke", "--table", measured, "--out", out));
        words.addAll(List.of(more));
        return words;
    }

    /** Refused in one line that says so; no report appears. */
    private static void refused(List<Object> words, String... says) {
        assertThat(Terminal.fail(1, words.toArray())).contains(says).doesNotContain("\n");
        assertThat(directory.resolve("refused")).doesNotExist();
    }

    private static List<Object> refusable(Path measured, Object... more) {
        return evaluate(measured, directory.resolve("refused"), more);
    }

    @Test
    void severalCheckpointsAreMeasuredSideBySideByAnArbiterWithTheSimulatorAndElsewhere() throws IOException {
        Path fast = directory.resolve("fast");
        succeed("generate", "--world", "BounceFast", "--episodes", 40, "--out", fast);
        Path twin = directory.resolve("twin");
        copy(model, twin);
        Path out = directory.resolve("side");
        List<Object> words = evaluate(
                table,
                out,
                "--also",
                fast,
                "--arbiter",
                arbiter,
                "--set",
                "evaluate.oracle={episodes: 1, particles: 64}");
        words.add(2, twin);
        String said = succeed(words.toArray());
        JsonNode evaluation = json(Files.readString(out.resolve("evaluation.json")));
        JsonNode models = evaluation.path("models");
        assertThat(models).hasSize(9);
        assertThat(models.get(0).path("bitsPerFrame")).isEqualTo(models.get(1).path("bitsPerFrame"));
        assertThat(models.findValuesAsText("arbiter"))
                .containsOnly(Files.readString(directory.resolve("arbiter.bin.sha256"))
                        .strip());
        assertThat(evaluation.path("paces")).hasSize(9);
        assertThat(evaluation.path("panels").path(0).path("worlds").path(0).asText())
                .isEqualTo("BounceFast");
        assertThat(evaluation.path("panels").path(0).path("models")).hasSize(9);
        assertThat(evaluation.path("oracle").path("verdict").path("bits").asDouble())
                .isPositive();
        assertThat(Files.readString(out.resolve("report.html"))).contains("No oracle: 64 particles", "BounceFast");
        assertThat(said).contains("Report: " + out.resolve("report.html"));
        for (String[] card : new String[][] {{"card.md", "checkpoint"}, {"card-2.md", "twin"}}) {
            assertThat(Files.readString(out.resolve(card[0])))
                    .startsWith("# " + card[1] + "\n")
                    .contains("Bits per frame, one step ahead: ", "- On BounceFast: ");
        }
    }

    @Test
    void soManyEpisodesAreMeasuredAtMostHereAndElsewhere() throws IOException {
        Path out = directory.resolve("few-episodes");
        succeed(evaluate(table, out, "--also", table, "--set", "evaluate.episodes=3")
                .toArray());
        JsonNode evaluation = json(Files.readString(out.resolve("evaluation.json")));
        assertThat(evaluation.path("episodes").asInt()).isEqualTo(3);
        assertThat(evaluation.path("panels").path(0).path("episodes").asInt()).isEqualTo(3);
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void whatCannotBeMeasuredIsRefused() {
        Path other = directory.resolve("dropbox");
        succeed("generate", "--world", "Dropbox", "--episodes", 40, "--out", other);
        refused(refusable(other), "Cannot use checkpoint", "trained on [Bounce], the table is of [Dropbox]");
        Path few = directory.resolve("few");
        succeed("generate", "--world", "Bounce", "--episodes", 1, "--seed", 3, "--out", few);
        refused(refusable(few), "no TEST episode");
        refused(refusable(table, "--set", "evaluate.horizon=500"), "prompt + horizon = 503 steps");
        assertThat(Terminal.fail(1, "evaluate", model, model, "--table", table, "--out", directory.resolve("refused")))
                .contains("Cannot compare checkpoints", "is there twice, or the name of a baseline");
        Path urchins = directory.resolve("urchins");
        succeed("generate", "--world", "Urchin", "--episodes", 20, "--out", urchins);
        refused(refusable(table, "--also", urchins), "Cannot use checkpoint", "of shape");
        refused(
                refusable(directory.resolve("run").resolve("table"), "--selection", directory.resolve("nowhere")),
                "nowhere");
    }

    @Test
    void anArbiterThatIsDamagedOrNoneIsRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(arbiter);
        Path flipped = directory.resolve("flipped.bin");
        bytes[bytes.length / 2] ^= 1;
        Files.write(flipped, bytes);
        Files.copy(directory.resolve("arbiter.bin.sha256"), directory.resolve("flipped.bin.sha256"));
        refused(refusable(table, "--arbiter", flipped), flipped.toString(), "its SHA-256 is not the one in");
        Path text = Files.writeString(directory.resolve("text.bin"), "I am an arbiter, believe me");
        refused(refusable(table, "--arbiter", text), text.toString(), "it is no arbiter");
        Path empty = Files.createFile(directory.resolve("empty.bin"));
        refused(refusable(table, "--arbiter", empty), empty.toString(), "it is no arbiter");
    }
}
