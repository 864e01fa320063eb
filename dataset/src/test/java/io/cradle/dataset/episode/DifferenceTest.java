package io.cradle.dataset.episode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final TensorSpec FRAME = TensorSpec.frame("lcd", 4, 5, 10);
    private static final TensorSpec POSE = TensorSpec.vector(
            "pose", List.of(new Channel("x", "m", -1, 1), new Channel("y", "m", -1, 1)), Scaling.NONE, -1, 1, 10);

    @Property(tries = 50)
    void aFlippedPixelIsFoundWhereItIs(@ForAll @IntRange(max = 2) int step, @ForAll @IntRange(max = 19) int element) {
        boolean[] ink = new boolean[3 * 20];
        ink[step * 20 + element] = true;
        assertThat(Difference.between(episode(ink, new float[6]), episode(new boolean[60], new float[6])))
                .contains(new Difference("lcd", step, element, "1", "0"));
    }

    @Property(tries = 50)
    void theLastBitOfANumberIsFound(@ForAll @IntRange(max = 5) int at) {
        float[] pose = new float[6];
        pose[at] = Math.nextUp(0.1f);
        float[] other = new float[6];
        other[at] = 0.1f;
        assertThat(Difference.between(episode(new boolean[60], pose), episode(new boolean[60], other)))
                .contains(new Difference("pose", at / 2, at % 2, "0.10000001", "0.1"));
    }

    @Test
    void zerosOfBothSignsDiffer() {
        float[] negative = {-0f, 0, 0, 0, 0, 0};
        assertThat(Difference.between(episode(new boolean[60], negative), episode(new boolean[60], new float[6])))
                .contains(new Difference("pose", 0, 0, "-0.0", "0.0"));
    }

    @Test
    void notEveryNaNIsTheSame() {
        float[] one = {Float.intBitsToFloat(0x7fc00001), 0, 0, 0, 0, 0};
        float[] other = {Float.NaN, 0, 0, 0, 0, 0};
        assertThat(Difference.between(episode(new boolean[60], one), episode(new boolean[60], other)))
                .contains(new Difference("pose", 0, 0, "NaN(7fc00001)", "NaN(7fc00000)"));
    }

    @Test
    void anEpisodeDoesNotDifferFromItself() {
        Episode episode = episode(new boolean[60], new float[6]);
        assertThat(Difference.between(episode, episode)).isEmpty();
    }

    @Test
    void episodesOfOtherLengthAreNotCompared() {
        assertThatThrownBy(() -> Difference.between(
                        episode(new boolean[60], new float[6]), episode(new boolean[40], new float[4])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(3 steps of")
                .hasMessageContaining("(2 steps of");
    }

    private static Episode episode(boolean[] ink, float[] pose) {
        String id = Episode.idOf("a");
        return new Episode(
                id,
                List.of(Tensor.ofBits(FRAME, ink), Tensor.ofFloats(POSE, pose)),
                new Provenance("rollout", "A", "d", "uniform", 1, "g", id, Split.TRAIN, Provenance.SplitBy.HASH));
    }
}
