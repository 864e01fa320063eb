package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
import static io.cradle.jobs.cli.Terminal.json;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's recordings go the same way as rollouts. */
class RecordingsIT {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    static final Path MAPPING = Path.of("..", "conf", "ingest", "pendulum.yaml");

    @TempDir
    Path directory;

    @Test
    void aModelIsTrainedAndMeasuredOnRecordingsOfBoxLcd() throws IOException {
        Path recordings = SHARED.resolve("boxlcd-npz").resolve("Bounce");
        assumeTrue(Files.exists(recordings), "skipped: recordings of boxLCD are not at " + recordings);
        Path table = directory.resolve("bounce");
        succeed("ingest", recordings, "--out", table);
        JsonNode facts = describe(table);
        assertThat(facts.path("splits").path("TEST").asInt()).isPositive();
        assertThat(facts.path("worlds").fieldNames().next()).isEqualTo("Bounce");
        Path run = directory.resolve("run");
        succeed("run", "--table", table, "--out", run, "--profile", "smoke");
        JsonNode evaluation = json(Files.readString(run.resolve("evaluation.json")));
        assertThat(evaluation.path("episodes").asInt())
                .isEqualTo(facts.path("splits").path("TEST").asInt());
        assertThat(run.resolve("report.html")).content().contains("Bounce");
    }

    @Test
    void aSensorLogIsCuratedDescribedAndShown() throws IOException {
        Path table = directory.resolve("pendulum");
        succeed("ingest", log(), "--conf", MAPPING, "--out", table);
        assertThat(describe(table).path("steps").asInt()).isEqualTo(400);
        assertThat(succeed("describe", table))
                .contains("proprio F32 [2], uneven Hz")
                .contains("velocity rad/s");
        Path selection = directory.resolve("selection");
        assertThat(succeed("curate", table, "--out", selection)).contains("{kept=1}");
        Path page = directory.resolve("pendulum.html");
        assertThat(succeed("show", table, "--out", page)).contains("Page: ");
        assertThat(page).content().contains("velocity").contains("rad/s");
    }

    @Test
    void aModelOfFramesCannotBeTrainedOnALogWithoutFrames() throws IOException {
        Path table = directory.resolve("blind");
        succeed("ingest", log(), "--conf", MAPPING, "--out", table);
        assertThat(Terminal.fail(1, "train", table, "--out", directory.resolve("model"), "--profile", "smoke"))
                .contains("Cannot train model.kind=DENSE on '%s@0': it has no frames".formatted(table))
                .contains("choose STEP, TRANSFORMER, RSSM or FBT");
        assertThat(directory.resolve("model.rounds.jsonl")).doesNotExist();
    }

    @Test
    void aModelOfProprioIsTrainedAndMeasuredOnLogsWithoutFrames() throws IOException {
        for (String split : List.of("train", "val", "test")) {
            Path folder = Files.createDirectories(directory.resolve("driven").resolve(split));
            for (int n = 0; n < 7; n++) {
                Files.writeString(folder.resolve("swing%d.csv".formatted(n)), swing(split.hashCode() + n));
            }
        }
        Path table = directory.resolve("driven-table");
        succeed("ingest", directory.resolve("driven"), "--conf", MAPPING, "--out", table);
        Path model = directory.resolve("proprio");
        List<Object> step = List.of("--profile", "smoke", "--set", "model.kind=STEP");
        succeed(words(step, "train", table, "--out", model));
        assertThat(Files.readString(directory.resolve("proprio.card.md")))
                .contains("after proprioception and actions", "proprio \\[2\\]")
                .doesNotContain("lcd");
        Path report = directory.resolve("report");
        assertThat(succeed(words(step, "evaluate", model, "--table", table, "--out", report)))
                .contains("Error of proprio, one step ahead");
        JsonNode evaluation = json(Files.readString(report.resolve("evaluation.json")));
        assertThat(evaluation.path("episodes").asInt()).isEqualTo(7);
        assertThat(evaluation.has("pixels")).isFalse();
        assertThat(evaluation.path("models")).hasSize(5).allSatisfy(each -> {
            assertThat(each.has("bitsPerFrame")).isFalse();
            assertThat(each.path("felt").path("channels").has("velocity, rad/s"))
                    .isTrue();
            assertThat(each.path("curves").has("PROPRIO")).isTrue();
            assertThat(each.path("curves").has("HAMMING")).isFalse();
        });
        assertThat(report.resolve("report.html"))
                .content()
                .contains("deviations of TRAIN", "position, rad", "constant-velocity")
                .doesNotContain("IoU", "bits/frame", "Film strip");
        assertThat(report.resolve("prediction.gif")).doesNotExist();
        assertThat(Files.readString(report.resolve("card.md")))
                .contains("PROPRIO")
                .doesNotContain("IoU");
    }

    private static Object[] words(List<Object> last, Object... first) {
        return Stream.concat(Stream.of(first), last.stream()).toArray();
    }

    /** A pendulum that is driven at random, 120 rows. */
    private static String swing(long seed) {
        Random random = new Random(seed);
        StringBuilder rows = new StringBuilder("time,position,velocity,torque\n");
        double position = random.nextGaussian();
        double velocity = 0;
        for (int i = 0; i < 120; i++) {
            double torque = 4 * random.nextGaussian();
            rows.append(String.format(Locale.ROOT, "%.6f,%.6f,%.6f,%.6f%n", 0.02 * i, position, velocity, torque));
            velocity += 0.1 * (torque - Math.sin(position));
            position += 0.1 * velocity;
        }
        return rows.toString();
    }

    /** A swinging pendulum, 400 rows at uneven times, in the split that its hash gives it. */
    private Path log() throws IOException {
        StringBuilder rows = new StringBuilder("time,position,velocity,torque\n");
        for (int i = 0; i < 400; i++) {
            double time = 0.01 * i + 0.002 * Math.sin(i);
            rows.append(String.format(
                    Locale.ROOT, "%.6f,%.6f,%.6f,%.6f%n", time, Math.cos(3 * time), -3 * Math.sin(3 * time), 0.1));
        }
        Path folder = Files.createDirectories(directory.resolve("logs"));
        return Files.writeString(folder.resolve("swing.csv"), rows);
    }
}
