package io.cradle.training.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Start;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.Checkpoints;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DreamFactoryTest {
    private static final Checkpoint CHECKPOINT = Checkpoints.of(1, Checkpoints.ORIGIN);

    @TempDir
    Path folder;

    @BeforeEach
    void save() {
        CHECKPOINT.save(folder.resolve("here"));
    }

    @Test
    void opensWorldsThatShowWhatTheCheckpointWasTrainedOn() {
        DreamFactory factory = DreamFactory.of(folder.resolve("here"), Sampling.THRESHOLD);
        assertThat(factory.world()).isEqualTo("learned:Ball+Box");
        assertThat(factory.steps()).isEqualTo(50);
        assertThat(factory.lasting(9).steps()).isEqualTo(9);
        assertThat(factory.batch()).isEqualTo(64);
        try (Environment world = factory.open(2)) {
            assertThat(world.observations()).containsExactly(Checkpoints.LAYOUT.require("lcd"));
            assertThat(world.action()).isEqualTo(Checkpoints.LAYOUT.require("action"));
            assertThat(world.reset(List.of(new Start.Seed(1), new Start.Seed(2)))
                            .get(0)
                            .rows())
                    .isEqualTo(2);
        }
    }

    @Test
    void theIdentityKnowsTheDigestAndNotThePlace() {
        CHECKPOINT.save(folder.resolve("there"));
        DreamFactory here = DreamFactory.of(folder.resolve("here"), Sampling.THRESHOLD);
        assertThat(here.identity())
                .isEqualTo(DreamFactory.of(folder.resolve("there"), Sampling.THRESHOLD)
                        .identity())
                .contains(CHECKPOINT.digest())
                .isNotEqualTo(DreamFactory.of(folder.resolve("here"), Sampling.BERNOULLI)
                        .identity());
    }

    @Test
    void aCheckpointThatWasReplacedMeanwhileIsNoticed() {
        DreamFactory factory = DreamFactory.of(folder.resolve("here"), Sampling.THRESHOLD);
        Checkpoints.of(2, Checkpoints.ORIGIN).replace(folder.resolve("here"));
        assertThatThrownBy(() -> factory.open(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("it was replaced meanwhile, start again");
    }

    @Test
    void aDirectoryWithoutCheckpointIsNamed() {
        assertThatThrownBy(() -> DreamFactory.of(folder.resolve("nowhere"), Sampling.THRESHOLD))
                .isInstanceOf(CorruptDataException.class)
                .hasMessageContaining("nowhere': it holds no checkpoint.json");
    }
}
