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
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's recordings go the same way as rollouts. */
class RecordingsIT {
    private static final Path SHARED = Path.of("..", "..", "shared", "data");
    private static final Path MAPPING = Path.of("..", "conf", "ingest", "pendulum.yaml");

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
                .contains("Cannot train on '%s@0': it has no tensor 'lcd'".formatted(table));
        assertThat(directory.resolve("model.rounds.jsonl")).doesNotExist();
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
