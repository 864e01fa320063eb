package io.cradle.jobs.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.Truth;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/worlds.md shows as a world is one. */
class WorldsDocumentTest {
    private static final Pattern EXAMPLE = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path directory;

    @Test
    void itsExamplesTogetherAreAWorldThatRuns() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "worlds.md"));
        String world = EXAMPLE.matcher(document)
                .results()
                .map(example -> example.group(1))
                .collect(Collectors.joining());
        Files.writeString(directory.resolve("defaults.yaml"), "");
        Files.createDirectory(directory.resolve("worlds"));
        Files.writeString(directory.resolve("worlds/marble.yaml"), world);
        WorldDefinition marble = new WorldFiles(new ConfDirectory(directory)).load("Marble", WorldDefinition.class);
        RolloutPlan plan = RolloutPlan.of(
                new PhysicsWorld(marble, List.of(Truth.values())),
                Policies.named("smooth"),
                new RolloutConfig("marble", 1, 1, 1, "smooth"));
        Episode episode = Rollout.run(plan.tasks(0, 1)).get(0);
        assertThat(episode.require("action").spec().channels().get(0).name()).isEqualTo("walker0:leg:speed");
        assertThat(episode.require("velocity").spec().elements()).isEqualTo(9);
        assertThat(document).contains(Truth.VELOCITY.name(), Truth.CONTACTS.name(), Truth.MASK.name());
    }
}
