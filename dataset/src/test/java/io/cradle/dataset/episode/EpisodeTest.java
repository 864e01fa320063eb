package io.cradle.dataset.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import org.junit.jupiter.api.Test;

class EpisodeTest {
    private static final String ID = Episode.idOf("world", "7");
    private static final Provenance PROVENANCE =
            new Provenance("rollout", "W", "d", "random", 7, "g", ID, Split.TRAIN, Provenance.SplitBy.HASH);

    private static Tensor tensor(String name, int steps) {
        return Tensor.ofBytes(
                new TensorSpec(name, Encoding.U8, List.of(2), List.of(), Scaling.NONE, 0, 255, 10),
                new byte[2 * steps]);
    }

    private static Episode episode(String id, Tensor... tensors) {
        return new Episode(id, List.of(tensors), PROVENANCE);
    }

    @Test
    void knowsItsStepsAndTensors() {
        Episode episode = episode(ID, tensor("a", 3), tensor("b", 3));

        assertThat(episode.steps()).isEqualTo(3);
        assertThat(episode.layout().tensors()).extracting(TensorSpec::name).containsExactly("a", "b");
        assertThat(episode.require("b")).isEqualTo(tensor("b", 3));
        assertThat(episode.find("c")).isEmpty();
        assertThatThrownBy(() -> episode.require("c"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Cannot find tensor 'c' in episode '%s'".formatted(ID));
    }

    @Test
    void refusesWhatIsNoEpisode() {
        refuses("Invalid episode id 'x'", () -> episode("x", tensor("a", 1)));
        refuses("it has no step", () -> episode(ID));
        refuses("it has no step", () -> episode(ID, tensor("a", 0)));
        refuses("tensors differ in steps", () -> episode(ID, tensor("a", 1), tensor("b", 2)));
    }

    private static void refuses(String message, org.assertj.core.api.ThrowableAssert.ThrowingCallable episode) {
        assertThatThrownBy(episode).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(message);
    }

    @Test
    void idsTellApartWhatConcatenationWouldNot() {
        assertThat(Episode.idOf("ab", "c"))
                .isNotEqualTo(Episode.idOf("a", "bc"))
                .matches("[0-9a-f]{32}");
    }
}
