package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PixelCountsTest {
    private static final TensorSpec PAIR = TensorSpec.frame("lcd", 1, 2, 10);

    private static Tensor frames(boolean... pixels) {
        return Tensor.ofBits(PAIR, pixels);
    }

    @Test
    void marginalIsTheShareOfInkWithHalfAnEventOfEitherKind() {
        Marginal marginal = PixelCounts.of(frames(true, false, true, false, false, false, true, false))
                .marginal();

        float[] ink = marginal.ink(new float[1][2], new float[1][0])[0];

        assertThat(ink[0]).isCloseTo(3.5f / 5, within(1e-6f));
        assertThat(ink[1]).isCloseTo(0.5f / 5, within(1e-6f));
    }

    @Test
    void copyLastIsTheShareOfInkAfterInkAndAfterBlank() {
        CopyLast copy =
                PixelCounts.of(frames(true, false, true, false, false, true)).copyLast();

        assertThat(copy.inkAfterInk()).isEqualTo(1.5 / 3);
        assertThat(copy.inkAfterBlank()).isEqualTo(1.5 / 3);
    }

    @Test
    void copyLastReadsTheLastFrame() {
        float[][] ink = new CopyLast(0.9, 0.1).ink(new float[][] {{1, 0}, {0, 0}}, new float[2][0]);

        assertThat(ink).isDeepEqualTo(new float[][] {{0.9f, 0.1f}, {0.1f, 0.1f}});
    }

    @Test
    void noTransitionIsCountedBetweenTwoEpisodes() {
        PixelCounts both = PixelCounts.of(frames(true, true)).merge(PixelCounts.of(frames(false, false)));

        assertThat(both.frames()).isEqualTo(2);
        assertThat(both.copyLast()).isEqualTo(new CopyLast(0.5, 0.5));
    }

    @Property(tries = 50)
    void mergingIsAMonoid(
            @ForAll @Size(8) boolean[] first, @ForAll @Size(6) boolean[] second, @ForAll @Size(2) boolean[] third) {
        PixelCounts a = PixelCounts.of(frames(first));
        PixelCounts b = PixelCounts.of(frames(second));
        PixelCounts c = PixelCounts.of(frames(third));

        assertThat(a.merge(b).merge(c))
                .isEqualTo(a.merge(b.merge(c)))
                .isEqualTo(c.merge(b).merge(a));
        assertThat(a.merge(PixelCounts.NONE)).isEqualTo(a).isEqualTo(PixelCounts.NONE.merge(a));
    }

    @Test
    void baselinesOfNothingAreRefused() {
        assertThatThrownBy(PixelCounts.NONE::copyLast)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Cannot fit baselines: no frame was counted; the TRAIN split of the table is empty");
    }

    @Test
    void framesOfDifferentSizesAreRefused() {
        PixelCounts wide = PixelCounts.of(Tensor.ofBits(TensorSpec.frame("lcd", 1, 3, 10), new boolean[3]));

        assertThatThrownBy(() -> wide.merge(PixelCounts.of(frames(true, true)))).hasMessageContaining("3 and 2 pixels");
    }

    @Test
    void framesThatAreNotBinaryAreRefused() {
        TensorSpec grey = TensorSpec.vector("lcd", List.of(new Channel("x", "m", 0, 1)), Scaling.NONE, 0, 1, 10);

        assertThatThrownBy(() -> PixelCounts.of(Tensor.ofFloats(grey, new float[1])))
                .hasMessageContaining("F32");
    }

    @Test
    void certaintyIsRefused() {
        assertThatThrownBy(() -> new CopyLast(1, 0.1)).hasMessageContaining("strictly between 0 and 1");
    }
}
