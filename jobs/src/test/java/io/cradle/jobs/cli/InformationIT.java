package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.json;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The information report of a run, of a table of another world, and of a log without frames. */
class InformationIT {
    @TempDir
    static Path directory;

    private static Path table;
    private static Path selection;
    private static Path model;

    @BeforeAll
    static void aRun() {
        Path run = directory.resolve("run");
        succeed("run", "--profile", "smoke", "--set", "rollout.episodes=90", "--out", run);
        table = run.resolve("table");
        selection = run.resolve("selection");
        model = run.resolve("checkpoint");
    }

    private static double bits(JsonNode report, String tensor, String code) {
        for (JsonNode cost : report.path("cost").path("costs")) {
            if (cost.path("tensor").asText().equals(tensor)
                    && cost.path("code").asText().equals(code)) {
                return cost.path("bitsPerStep").asDouble();
            }
        }
        throw new AssertionError("no " + code + " of " + tensor + " in " + report);
    }

    @Test
    void aFrameCostsLessTheMoreIsKnownWhateverTheParallelism() {
        JsonNode report = json(succeed("information", table, "--json"));
        assertThat(report.path("cost").path("episodes").asInt()).isEqualTo(90);
        assertThat(bits(report, "lcd", "raw")).isEqualTo(256);
        assertThat(bits(report, "lcd", "spatial")).isLessThan(bits(report, "lcd", "order-0"));
        assertThat(bits(report, "lcd", "+ previous")).isLessThan(bits(report, "lcd", "spatial"));
        assertThat(bits(report, "episode", "seed")).isLessThan(10);
        assertThat(report.path("trials")).isEmpty();
        assertThat(json(succeed("information", table, "--json", "--master", "local[1]")))
                .isEqualTo(report);
    }

    @Test
    void onlySoManyEpisodesAreCoded() {
        JsonNode few = json(succeed("information", table, "--json", "--set", "information.episodes=7"));
        assertThat(few.path("cost").path("episodes").asInt()).isEqualTo(7);
    }

    @Test
    void aModelIsMeasuredAsEvaluateMeasuresIt() throws IOException {
        Path page = directory.resolve("information.html");
        String said = succeed("information", table, "--selection", selection, "--model", model, "--out", page);
        assertThat(said).contains("One step ahead on VAL", "spatial, after TRAIN", "Page: " + page);
        assertThat(page).content().contains("One step ahead on VAL: dense", "id=\"tensor-lcd\"");
        JsonNode trial = json(succeed("information", table, "--selection", selection, "--model", model, "--json"))
                .path("trials")
                .path(0);
        Path evaluation = directory.resolve("evaluation");
        succeed(
                "evaluate",
                model,
                "--table",
                table,
                "--selection",
                selection,
                "--out",
                evaluation,
                "--set",
                "evaluate.split=VAL",
                "--set",
                "evaluate.horizon=1");
        JsonNode measured = json(Files.readString(evaluation.resolve("evaluation.json")));
        assertThat(trial.path("episodes")).isEqualTo(measured.path("episodes"));
        assertThat(trial.path("frames")).isEqualTo(measured.path("frames"));
        assertThat(trial.path("bitsPerFrame").path("mean").asDouble())
                .isCloseTo(
                        measured.path("models")
                                .path(0)
                                .path("bitsPerFrame")
                                .path("mean")
                                .asDouble(),
                        within(1e-9));
        assertThat(measured.path("models").path(2).path("model").asText()).isEqualTo("copy-last");
        assertThat(trial.path("rivals").path(0).path("name").asText()).isEqualTo("copy-last");
        assertThat(trial.path("rivals").path(0).path("bitsPerFrame"))
                .isEqualTo(measured.path("models").path(2).path("bitsPerFrame"));
    }

    @Test
    void aModelOfAnotherWorldIsRefused() {
        Path other = directory.resolve("dropbox");
        succeed("generate", "--world", "Dropbox", "--episodes", 4, "--out", other);
        assertThat(Terminal.fail(1, "information", other, "--model", model))
                .contains("Cannot use checkpoint", "it was trained on [Bounce], the table is of [Dropbox]");
        assertThat(Terminal.fail(1, "information", other, "--selection", selection))
                .contains("Cannot apply selection");
    }

    @Test
    void aLogWithoutFramesIsMeasuredAsFarAsItGoes() throws IOException {
        StringBuilder rows = new StringBuilder("time,position,velocity,torque\n");
        for (int i = 0; i < 200; i++) {
            rows.append(String.format(Locale.ROOT, "%.6f,%.6f,%.6f,0.1%n", 0.01 * i, Math.cos(0.03 * i), 1.0));
        }
        Path logs = Files.createDirectories(directory.resolve("logs"));
        Files.writeString(logs.resolve("swing.csv"), rows);
        Path pendulum = directory.resolve("pendulum");
        Path mapping = Path.of("..", "conf", "ingest", "pendulum.yaml");
        succeed("ingest", logs, "--conf", mapping, "--out", pendulum);
        String said = succeed("information", pendulum);
        assertThat(said)
                .contains("Not for lcd: contexts in space and time, XOR of frames; the table has no frames")
                .contains("Not for episode: seed + actions, seed; 1 of 1 episodes are not of source 'rollout'")
                .containsPattern("proprio +order-0 of 256 levels");
        assertThat(Terminal.fail(1, "information", pendulum, "--model", model)).contains("the table is of [Pendulum]");
    }
}
