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
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Builds whose tasks fail, and builds that are killed. */
class InterruptedBuildIT {
    private static final List<Object> BUILD = List.of(
            "generate",
            "--world",
            "Urchin",
            "--seed",
            4,
            "--set",
            "rollout.episodes=120",
            "--set",
            "rollout.commitEpisodes=20");

    @TempDir
    Path directory;

    @Test
    @Tag("proof")
    @Timeout(180)
    void aKilledBuildIsResumedWithoutLosingOrRepeatingAnEpisode() throws Exception {
        Path table = directory.resolve("killed");
        killAfterCommit(3, table);
        int saved = describe(table).path("episodes").asInt();
        assertThat(saved).isBetween(60, 119).matches(episodes -> episodes % 20 == 0);
        JsonNode resumed = built("killed", "--resume");
        assertThat(resumed.path("episodes").asInt()).isEqualTo(120);
        assertThat(resumed.path("duplicates").asInt()).isZero();
        assertThat(resumed.path("contentHash")).isEqualTo(built("whole").path("contentHash"));
    }

    @Test
    @Tag("proof")
    void aTaskThatIsTriedAgainMakesTheSameEpisodes() {
        JsonNode retried = built("retried", "--episodes", 8, "--master", "local[2,4]", "--policy", "faltering");
        JsonNode smooth = built("undisturbed", "--episodes", 8, "--policy", "uniform");
        assertThat(retried.path("contentHash")).isEqualTo(smooth.path("contentHash"));
        assertThat(Terminal.fail(1, words("failed", "--master", "local[2,1]", "--policy", "faltering")))
                .contains("Cannot act: this is the first attempt");
    }

    private JsonNode built(String name, Object... more) {
        succeed(words(name, more));
        return describe(directory.resolve(name));
    }

    private Object[] words(String name, Object... more) {
        List<Object> words = new ArrayList<>(BUILD);
        words.addAll(List.of("--out", directory.resolve(name)));
        words.addAll(List.of(more));
        return words.toArray();
    }

    private void killAfterCommit(int version, Path table) throws IOException, InterruptedException {
        Process build = Child.start(directory.resolve("killed.log"), List.of(), List.of(words("killed")));
        Path commit = table.resolve("_delta_log/%020d.json".formatted(version - 1));
        while (!Files.exists(commit)) {
            assertThat(build.isAlive()).isTrue();
            Thread.sleep(20);
        }
        build.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
    }
}
