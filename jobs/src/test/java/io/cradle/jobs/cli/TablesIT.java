package io.cradle.jobs.cli;

import static io.cradle.jobs.cli.Terminal.describe;
import static io.cradle.jobs.cli.Terminal.succeed;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a command line makes of a world, whatever it is cut into. */
class TablesIT {
    @TempDir
    Path directory;

    private JsonNode generated(String name, Object... more) {
        Path table = directory.resolve(name);
        Object[] words = {"generate", "--world", "bounce", "--set", "rollout.episodes=9", "--out", table};
        Object[] all = java.util.stream.Stream.concat(java.util.Arrays.stream(words), java.util.Arrays.stream(more))
                .toArray();
        succeed(all);
        return describe(table);
    }

    @Test
    void theContentHashKnowsTheSeedAndNotThePartitions() {
        JsonNode one = generated("one", "--seed", 4, "--partitions", 1);
        JsonNode two = generated("two", "--seed", 4, "--partitions", 2);
        JsonNode seven = generated("seven", "--seed", 4, "--partitions", 7);
        JsonNode other = generated("other", "--seed", 5, "--partitions", 2);
        assertThat(two.path("contentHash")).isEqualTo(one.path("contentHash"));
        assertThat(seven.path("contentHash")).isEqualTo(one.path("contentHash"));
        assertThat(other.path("contentHash")).isNotEqualTo(one.path("contentHash"));
        assertThat(one.path("episodes").asInt()).isEqualTo(9);
        assertThat(one.path("steps").asInt()).isEqualTo(450);
        assertThat(one.path("bytesPerStep").asDouble()).isPositive();
    }

    @Test
    void appendingAddsEpisodesThatWereNotThere() {
        generated("grown", "--seed", 4);
        succeed(
                "generate",
                "--world",
                "Bounce",
                "--episodes",
                5,
                "--seed",
                4,
                "--out",
                directory.resolve("grown"),
                "--append");
        JsonNode grown = describe(directory.resolve("grown"));
        assertThat(grown.path("episodes").asInt()).isEqualTo(14);
        assertThat(grown.path("duplicates").asInt()).isZero();
        assertThat(grown.path("contentHash"))
                .isEqualTo(generated("whole", "--seed", 4, "--episodes", 14).path("contentHash"));
    }

    @ParameterizedTest
    @CsvSource({"--overwrite, 9", "--append, 18"})
    void anExistingTableIsReplacedOrAddedToOnlyWhenTold(String mode, int episodes) {
        generated("told");
        Terminal.fail(1, "generate", "--world", "Bounce", "--episodes", 9, "--out", directory.resolve("told"));
        assertThat(generated("told", mode).path("episodes").asInt()).isEqualTo(episodes);
    }
}
