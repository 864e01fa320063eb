package io.cradle.rollout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.Worlds;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RolloutTest {
    private static final Policy UNIFORM = Policies.named("uniform");
    private static final PhysicsWorld BOUNCE = new PhysicsWorld(Worlds.BOUNCE);
    private static final PhysicsWorld URCHIN = new PhysicsWorld(Worlds.URCHIN);

    @Test
    void anEpisodeIsAPureFunctionOfItsSeed() {
        List<Episode> once = Rollout.run(tasks(URCHIN, 3, 42));
        assertThat(Rollout.run(tasks(URCHIN, 3, 42))).isEqualTo(once);
        assertThat(Rollout.run(tasks(URCHIN, 3, 42).subList(2, 3))).isEqualTo(once.subList(2, 3));
        List<Episode> other = Rollout.run(tasks(URCHIN, 3, 43));
        for (int i = 0; i < 3; i++) {
            assertThat(other.get(i).id()).isNotEqualTo(once.get(i).id());
            for (int tensor = 0; tensor < 4; tensor++) {
                assertThat(other.get(i).tensors().get(tensor))
                        .isNotEqualTo(once.get(i).tensors().get(tensor));
            }
        }
    }

    /** Hashes hold on every machine; a change means other data: raise the generator's version and say so in CHANGELOG. */
    @Test
    void episodesAreWhatTheyAlwaysWere() {
        assertThat(hash(BOUNCE)).isEqualTo("a067ad9ce5e5bd3dd559d983ac5296c4eafa76a557b9056bc21b295b84d53c83");
        assertThat(hash(URCHIN)).isEqualTo("2d2bc6177e186f33b2c2f7d58477c0fcbf599d4f7a006c48966c3b19245b41b3");
    }

    @Test
    void theLayoutIsTheObservationsThenTheAction() {
        Layout layout = Rollout.layout(URCHIN);
        assertThat(layout.tensors())
                .extracting(TensorSpec::name)
                .containsExactly("lcd", "proprio", "full_state", "action");
        Episode episode = Rollout.run(tasks(URCHIN, 1, 1)).get(0);
        assertThat(episode.layout()).isEqualTo(layout);
        assertThat(episode.steps()).isEqualTo(100);
    }

    @Test
    void rowsHoldTheObservationAndTheActionThatFollowsIt() {
        TestWorld world = new TestWorld(1);
        Episode episode = Rollout.run(tasks(world, 1, 9)).get(0);
        Tensor lcd = episode.require("lcd");
        Tensor action = episode.require("action");
        for (int t = 0; t + 1 < episode.steps(); t++) {
            boolean flips = action.value(t, 0) > 0;
            assertThat(lcd.bit(t + 1, 0) != lcd.bit(t, 0)).isEqualTo(flips);
        }
    }

    @Test
    void batchesDecideNothingAboutTheData() {
        List<Episode> single = Rollout.run(tasks(new TestWorld(1), 7, 5));
        for (int batch : new int[] {2, 3, 7, 50}) {
            assertThat(Rollout.run(tasks(new TestWorld(batch), 7, 5))).isEqualTo(single);
        }
    }

    @Test
    void episodesAreMadeWhileTheyAreAskedFor() {
        Iterator<RolloutTask> tasks = tasks(new TestWorld(2), 5, 5).iterator();
        Iterator<Episode> episodes = Rollout.stream(tasks, new Clippings());
        episodes.next();
        assertThat(IntStream.iterate(0, i -> tasks.hasNext(), i -> i + 1)
                        .peek(i -> tasks.next())
                        .count())
                .isEqualTo(3);
    }

    @Test
    void provenanceLeadsBackToTheSeed() {
        RolloutTask task = tasks(BOUNCE, 1, 3).get(0);
        Episode episode = Rollout.run(List.of(task)).get(0);
        assertThat(episode.id()).isEqualTo(task.id());
        assertThat(episode.provenance())
                .isEqualTo(new Provenance(
                        "rollout",
                        "Bounce",
                        Digests.sha256(BOUNCE.identity()),
                        "uniform",
                        task.seed(),
                        "cradle-rollout 1",
                        episode.id(),
                        Split.of(episode.id()),
                        Provenance.SplitBy.HASH));
    }

    @Test
    void whatDecidesAnEpisodeIsInItsIdentity() {
        HashSet<String> ids = new HashSet<>();
        ids.add(new RolloutTask(BOUNCE, UNIFORM, 1, 10, "rollout").id());
        ids.add(new RolloutTask(URCHIN, UNIFORM, 1, 10, "rollout").id());
        ids.add(new RolloutTask(BOUNCE, Policies.named("zero"), 1, 10, "rollout").id());
        ids.add(new RolloutTask(BOUNCE, UNIFORM, 2, 10, "rollout").id());
        ids.add(new RolloutTask(BOUNCE, UNIFORM, 1, 11, "rollout").id());
        ids.add(new RolloutTask(faster(), UNIFORM, 1, 10, "rollout").id());
        assertThat(ids).hasSize(6);
        assertThat(BOUNCE.identity()).contains("velocityIterations=180", "positionIterations=60", "jbox2d 2.2.1.1");
    }

    @Test
    void planContinuesWhereAnotherEnded() {
        List<RolloutTask> all = tasks(BOUNCE, 5, 1);
        RolloutConfig bounce = new RolloutConfig("bounce", 2, 1, 4, "uniform");
        assertThat(RolloutPlan.of(BOUNCE, UNIFORM, bounce).tasks(3, 5)).isEqualTo(all.subList(3, 5));
        assertThat(all).extracting(RolloutTask::seed).doesNotHaveDuplicates();
        assertThat(all).extracting(RolloutTask::source).containsOnly("rollout");
        RolloutConfig dream = new RolloutConfig("learned:model", 1, 1, 1, "uniform");
        assertThat(RolloutPlan.of(BOUNCE, UNIFORM, dream).task(0).source()).isEqualTo("dream");
    }

    @Test
    void tasksOfDifferentWorldsAreRefused() {
        List<RolloutTask> mixed = List.of(
                new RolloutTask(BOUNCE, UNIFORM, 1, 3, "rollout"), new RolloutTask(URCHIN, UNIFORM, 1, 3, "rollout"));
        assertThatThrownBy(() -> Rollout.run(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(
                        "Cannot run rollouts of world 'Bounce' (3 steps) and 'Urchin' (3 steps) together");
        assertThatThrownBy(() -> new RolloutTask(BOUNCE, UNIFORM, 1, 0, "rollout"))
                .hasMessageContaining("Invalid rollout of 0 steps");
    }

    private static String hash(PhysicsWorld world) {
        return ContentHash.of(Rollout.run(tasks(world, 1, 2026)).get(0).tensors());
    }

    private static PhysicsWorld faster() {
        return new PhysicsWorld(
                Worlds.parse(Worlds.bounce().replace("velocityIterations: 180", "velocityIterations: 20")));
    }

    private static List<RolloutTask> tasks(EnvironmentFactory world, int episodes, long seed) {
        return RolloutPlan.of(world, UNIFORM, new RolloutConfig(world.world(), episodes, seed, 1, "uniform"))
                .tasks(0, episodes);
    }
}
