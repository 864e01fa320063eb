package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OverlapTest {
    private static float[] frame(boolean[] pixels) {
        float[] frame = new float[pixels.length];
        for (int i = 0; i < frame.length; i++) {
            frame[i] = pixels[i] ? 1 : 0;
        }
        return frame;
    }

    @Test
    void oneOfThreePixelsAgrees() {
        assertThat(Overlap.of(new float[] {1, 1, 0, 0}, new float[] {1, 0, 1, 0})
                        .iou())
                .isEqualTo(1.0 / 3);
    }

    @Test
    void twoEmptyFramesAgreeAndAreCountedAsEmpty() {
        Overlap empty = Overlap.of(new float[] {0.5f, 0}, new float[] {0, 0});

        assertThat(empty.iou()).isEqualTo(1);
        assertThat(empty.bothEmpty()).isTrue();
    }

    @Property(tries = 100)
    void iouIsSymmetricAShareAndOneForEqualFrames(@ForAll @Size(6) boolean[] left, @ForAll @Size(6) boolean[] right) {
        Overlap overlap = Overlap.of(frame(left), frame(right));

        assertThat(overlap.iou()).isBetween(0.0, 1.0);
        assertThat(overlap).isEqualTo(Overlap.of(frame(right), frame(left)));
        assertThat(Overlap.of(frame(left), frame(left)).iou()).isEqualTo(1);
    }
}
