package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An ingest that is killed, and goes on. */
class KilledIngestIT {
    private static final int LOGS = 8;
    private static final int COMMIT = 2;

    @TempDir
    Path directory;

    @Test
    @Tag("proof")
    @Timeout(300)
    void anIngestThatIsKilledGoesOnWithoutLosingOrRepeatingARecording() throws Exception {
        for (int n = 0; n < LOGS; n++) {
            log(n);
        }
        Files.writeString(
                directory.resolve("logs/log%02d.csv".formatted(LOGS - 1)),
                "time,position,velocity,torque\n0,1,2,3\n0.02,fast,0,0\n");
        Path killed = directory.resolve("killed");
        killAfterCommit(1, killed);
        int saved = describe(killed).path("episodes").asInt();
        assertThat(saved).isBetween(COMMIT, LOGS - 2);

        assertThat(Terminal.fail(1, words(killed))).contains("--resume");
        assertThat(describe(killed).path("episodes").asInt()).isEqualTo(saved);
        assertThat(succeed(words(killed, "--resume"))).contains("log07.csv", "fast");
        JsonNode resumed = describe(killed);
        succeed(words(directory.resolve("whole"), "--set", "ingest.commitRecordings=" + LOGS));
        assertThat(resumed.path("episodes").asInt()).isEqualTo(LOGS - 1);
        assertThat(resumed.path("duplicates").asInt()).isZero();
        assertThat(resumed.path("contentHash"))
                .isEqualTo(describe(directory.resolve("whole")).path("contentHash"));
    }

    private void log(int n) throws IOException {
        Random random = new Random(n);
        StringBuilder rows = new StringBuilder("time,position,velocity,torque\n");
        for (int i = 0; i < 100; i++) {
            rows.append(String.format(
                    Locale.ROOT, "%.2f,%.6f,%.6f,0%n", 0.02 * i, random.nextGaussian(), random.nextGaussian()));
        }
        Path folder = Files.createDirectories(directory.resolve("logs"));
        Files.writeString(folder.resolve("log%02d.csv".formatted(n)), rows);
    }

    private Object[] words(Path table, Object... more) {
        List<Object> words = new ArrayList<>(List.of("ingest", directory.resolve("logs")));
        words.addAll(List.of("--conf", RecordingsIT.MAPPING, "--set", "ingest.commitRecordings=" + COMMIT));
        words.addAll(List.of("--out", table));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private void killAfterCommit(int version, Path table) throws IOException, InterruptedException {
        Process ingest = Child.start(directory.resolve("killed.log"), List.of(), List.of(words(table)));
        Path commit = table.resolve("_delta_log/%020d.json".formatted(version));
        while (!Files.exists(commit)) {
            assertThat(ingest.isAlive())
                    .as(directory.resolve("killed.log").toString())
                    .isTrue();
            Thread.sleep(20);
        }
        ingest.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
