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
        JsonNode one = generated("one", "--seed", 4, "--partitions", 1, "--master", "local[1]");
        JsonNode two = generated("two", "--seed", 4, "--partitions", 2, "--master", "local[2]");
        JsonNode seven = generated("seven", "--seed", 4, "--partitions", 7);
        JsonNode parts = generated("parts", "--seed", 4, "--set", "rollout.commitEpisodes=4");
        JsonNode other = generated("other", "--seed", 5, "--partitions", 2);
        assertThat(two.path("contentHash")).isEqualTo(one.path("contentHash"));
        assertThat(seven.path("contentHash")).isEqualTo(one.path("contentHash"));
        assertThat(parts.path("contentHash")).isEqualTo(one.path("contentHash"));
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

    @Test
    void resumingMakesWhatIsMissingAndNothingElse() {
        Path table = directory.resolve("table");
        generated("table", "--seed", 4, "--episodes", 3, "--resume");
        JsonNode resumed = generated("table", "--seed", 4, "--resume", "--set", "rollout.commitEpisodes=2");
        assertThat(resumed.path("contentHash"))
                .isEqualTo(generated("whole", "--seed", 4).path("contentHash"));
        assertThat(resumed.path("duplicates").asInt()).isZero();
        JsonNode again = generated("table", "--seed", 4, "--resume");
        assertThat(again.path("version")).isEqualTo(resumed.path("version"));
        assertThat(Terminal.fail(1, "generate", "--world", "Bounce", "--seed", 5, "--resume", "--out", table))
                .contains("Cannot resume table", "is not among the first 9 of this plan; give the world, policy, seed");
        assertThat(Terminal.fail(2, "generate", "--resume", "--append", "--out", table))
                .contains("Cannot use --resume with --append");
    }

    @Test
    void packingLeavesOneFileOfTheSameContent() {
        JsonNode small = generated("small", "--partitions", 7);
        assertThat(succeed("compact", directory.resolve("small"))).contains("Files: 1, were 7");
        JsonNode packed = describe(directory.resolve("small"));
        assertThat(packed.path("contentHash")).isEqualTo(small.path("contentHash"));
        assertThat(packed.path("history").findValuesAsText("command"))
                .containsExactly("cradle generate", "cradle compact");
        succeed("compact", directory.resolve("small"));
        assertThat(describe(directory.resolve("small")).path("version")).isEqualTo(packed.path("version"));
    }

    @ParameterizedTest
    @CsvSource({"--overwrite, 9", "--append, 18"})
    void anExistingTableIsReplacedOrAddedToOnlyWhenTold(String mode, int episodes) {
        generated("told");
        Terminal.fail(1, "generate", "--world", "Bounce", "--episodes", 9, "--out", directory.resolve("told"));
        assertThat(generated("told", mode).path("episodes").asInt()).isEqualTo(episodes);
    }
}
