package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
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
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code cradle quickstart} promises, at its own size. */
class QuickstartIT {
    @TempDir
    static Path directory;

    private static Path run;
    private static String said;

    @BeforeAll
    static void quickstart() {
        run = directory.resolve("run");
        said = succeed("quickstart", "--out", run);
    }

    @Test
    void theModelBeatsCopyLast() throws IOException {
        JsonNode evaluation = json(Files.readString(run.resolve("evaluation.json")));
        assertThat(evaluation.path("beatsCopyLast").asBoolean()).isTrue();
        assertThat(evaluation.path("subject").path("split").asText()).isEqualTo("TEST");
        assertThat(evaluation.path("models").findValuesAsText("model"))
                .containsExactly(
                        "dense",
                        "marginal",
                        "copy-last",
                        "constant-velocity",
                        "ballistic",
                        "linear",
                        "nearest-neighbours",
                        "context-mixer");
        assertThat(evaluation.path("models"))
                .allSatisfy(model ->
                        assertThat(model.path("curves").path("HAMMING")).hasSize(20));
        assertThat(run.resolve("explore.html")).isRegularFile();
        assertThat(run.resolve("checkpoint.trained.txt")).isNotEmptyFile();
        for (String card : List.of("checkpoint.card.md", "card.md")) {
            assertThat(run.resolve(card))
                    .content()
                    .contains(evaluation.path("subject").path("checkpoint").asText())
                    .contains("## Settings", "train.learningRate: ", "## Metrics", "## Limits", "It was shown Bounce");
        }
        assertThat(run.resolve("card.md"))
                .content()
                .contains("- Bits per frame, one step ahead: ")
                .containsPattern("open-loop predictions are lost .*: \\d+ of \\d+\\.");
        evaluation.path("models").forEach(model -> assertThat(model.path("iou")).hasSize(20));
        assertThat(evaluation.path("subject").path("contentHash"))
                .isEqualTo(describe(run.resolve("table")).path("contentHash"));
    }

    @Test
    void itEndsWithThreeFiguresAndThePathOfThePage() {
        List<String> lines = said.lines().toList();
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Report: " + run.resolve("report.html"));
        assertThat(lines.subList(lines.size() - 5, lines.size() - 1))
                .satisfiesExactly(
                        verdict -> assertThat(verdict).isEqualTo("The model beats copy-last"),
                        bits -> assertThat(bits).startsWith("Bits per frame, one step ahead: "),
                        overlap -> assertThat(overlap).startsWith("IoU at horizon 10, open loop: "),
                        frames -> assertThat(frames).startsWith("Frames predicted: "));
    }

    @Test
    void everyRoundTrainedInTwoTasksAndWasLogged() throws IOException {
        List<JsonNode> rounds = Files.readAllLines(run.resolve("checkpoint.rounds.jsonl")).stream()
                .map(Terminal::json)
                .toList();
        assertThat(rounds).isNotEmpty().allSatisfy(round -> {
            assertThat(round.path("examples").asLong()).isPositive();
            assertThat(round.path("loss").asDouble()).isPositive();
        });
        assertThat(rounds.get(rounds.size() - 1).path("loss").asDouble())
                .isLessThan(rounds.get(0).path("loss").asDouble() / 2);
    }

    @Test
    void theConfigurationLiesBesideEveryOutput() {
        assertThat(run.resolve("run.yaml")).content().contains("world: Bounce");
        assertThat(List.of("table/_run.yaml", "selection/_run.yaml", "checkpoint/_run.yaml"))
                .allSatisfy(file -> assertThat(run.resolve(file)).hasSameTextualContentAs(run.resolve("run.yaml")));
    }

    @Test
    void theTrainedModelIsAWorldThatTheSameJobRollsOut() {
        Path dreams = directory.resolve("dreams");
        String world = "learned:" + run.resolve("checkpoint");
        succeed("generate", "--world", world, "--episodes", 6, "--seed", 3, "--partitions", 2, "--out", dreams);
        JsonNode facts = describe(dreams);
        assertThat(facts.path("episodes").asInt()).isEqualTo(6);
        assertThat(facts.path("steps").asInt()).isEqualTo(300);
        assertThat(facts.path("worlds").fieldNames().next()).isEqualTo("learned:Bounce");
        Path again = directory.resolve("dreams-again");
        succeed("generate", "--world", world, "--episodes", 6, "--seed", 3, "--partitions", 3, "--out", again);
        assertThat(describe(again).path("contentHash")).isEqualTo(facts.path("contentHash"));
    }

    @Test
    void itsDreamsAreDrawnBesideTheTruthAsSectionDreamSays() throws IOException {
        Path likeliest = drawn("likeliest.gif");
        Path sampled = drawn("sampled.gif", "--set", "dream.draw=SAMPLE", "--set", "dream.temperature=2");
        assertThat(frames(likeliest)).isEqualTo(frames(sampled)).isGreaterThan(10);
        assertThat(Files.mismatch(likeliest, sampled)).isNotNegative();
    }

    @Test
    void aCheckpointOfAnOlderFormatIsNoWorld() throws IOException {
        Path old = Files.createDirectory(directory.resolve("old"));
        try (Stream<Path> files = Files.list(run.resolve("checkpoint"))) {
            for (Path file : files.toList()) {
                Files.copy(file, old.resolve(file.getFileName()));
            }
        }
        Path header = old.resolve("checkpoint.json");
        Files.writeString(header, Files.readString(header).replaceFirst("\"format\" *: *\\d+", "\"format\":1"));
        assertThat(Terminal.fail(1, "generate", "--world", "learned:" + old, "--out", directory.resolve("never")))
                .contains(old.toString(), "its format is 1, this version reads", "train anew");
        assertThat(directory.resolve("never")).doesNotExist();
    }

    private Path drawn(String name, Object... settings) {
        Path picture = directory.resolve(name);
        List<Object> words = new ArrayList<>(List.of(
                "show", run.resolve("table"), "--dream", run.resolve("checkpoint"), "--episodes", 2, "--out", picture));
        words.addAll(List.of(settings));
        succeed(words.toArray());
        return picture;
    }

    private static int frames(Path gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(in);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }
}
