package io.cradle.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.training.simulator.Sampling;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final RolloutPlan PLAN = Worlds.plan(
            new RolloutConfig("urchin", 1, 3, 1, "smooth"),
            new WorldFiles(new ConfDirectory(Path.of("..", "conf"))),
            Sampling.THRESHOLD);
    private static final Origins ORIGINS = new Origins(
            Map.of(Digests.sha256(PLAN.world().identity()) + " " + PLAN.policy().identity(), PLAN));
    private static final Episode EPISODE = Rollout.run(PLAN.tasks(0, 1)).get(0);

    @Test
    void anEpisodeIsWhatItsSeedGives() {
        assertThat(Finding.of(EPISODE, ORIGINS).sound()).isTrue();
    }

    @Test
    void aChangedBitIsNamed() {
        List<Tensor> tensors = new ArrayList<>(EPISODE.tensors());
        Tensor frames = tensors.get(0);
        byte[] bytes = frames.bytes();
        bytes[7 * frames.spec().bytes() + 2] ^= 1 << 3;
        tensors.set(0, Tensor.ofBytes(frames.spec(), bytes));
        boolean ink = frames.bit(7, 19);
        assertThat(Finding.of(new Episode(EPISODE.id(), tensors, EPISODE.provenance()), ORIGINS))
                .isEqualTo(new Finding(
                        EPISODE.id(),
                        "tensor 'lcd' at step 7, element 19 is %d, was simulated as %d"
                                .formatted(ink ? 0 : 1, ink ? 1 : 0)));
    }

    @Test
    void anotherSeedGivesAnotherEpisode() {
        Provenance from = EPISODE.provenance();
        Provenance other = new Provenance(
                from.source(),
                from.world(),
                from.worldDigest(),
                from.policy(),
                from.seed() + 1,
                from.generator(),
                from.recording(),
                from.split(),
                from.splitBy());
        assertThat(Finding.of(new Episode(EPISODE.id(), EPISODE.tensors(), other), ORIGINS)
                        .problem())
                .startsWith("its id is not that of its world, policy, seed, steps and generator");
    }

    @Test
    void anEpisodeOfNoKnownOriginIsNotWavedThrough() {
        assertThat(Finding.of(EPISODE, new Origins(Map.of())).problem())
                .startsWith("it is a rollout of world 'Urchin' with digest")
                .contains("smooth:time=0.5,spread=0.6", "the world's file or the program was changed since");
    }
}
