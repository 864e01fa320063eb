package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FrameErrorTest {
    private static final float[] TRUTH = {1, 1, 0, 0};

    private static float[] frame(boolean... pixels) {
        float[] frame = new float[pixels.length];
        for (int pixel = 0; pixel < frame.length; pixel++) {
            frame[pixel] = pixels[pixel] ? 1 : 0;
        }
        return frame;
    }

    @Test
    void hammingIsTheShareOfPixelsThatDiffer() {
        assertThat(FrameError.hamming(TRUTH, TRUTH)).isZero();
        assertThat(FrameError.hamming(new float[] {1, 0, 1, 0}, TRUTH)).isEqualTo(0.5);
        assertThat(FrameError.hamming(new float[] {0, 0, 1, 1}, TRUTH)).isEqualTo(1);
    }

    @Test
    void aPixelAtAHalfIsNoInk() {
        assertThat(FrameError.hamming(new float[] {0.51f, 0.51f, 0.5f, 0.5f}, TRUTH))
                .isZero();
        assertThat(FrameError.hamming(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, TRUTH))
                .isEqualTo(0.5);
    }

    @Test
    void expectedIouIsTheSumOfMinimaOverThatOfMaxima() {
        // min: 0.5 + 1 + 0 + 0; max: 1 + 1 + 0.25 + 0
        assertThat(FrameError.expectedIou(new float[] {0.5f, 1, 0.25f, 0}, TRUTH))
                .isEqualTo(1.5 / 2.25);
        assertThat(FrameError.expectedIou(new float[4], new float[4])).isEqualTo(1);
        assertThat(FrameError.expectedIou(new float[4], TRUTH)).isZero();
    }

    @Test
    void anHonestDoubtIsWorthMoreThanASureMistakeAndLessThanTheTruth() {
        double sure = FrameError.expectedIou(new float[] {0, 0, 1, 1}, TRUTH);
        double unsure = FrameError.expectedIou(new float[] {0.5f, 0.5f, 0.5f, 0.5f}, TRUTH);

        assertThat(sure).isLessThan(unsure);
        assertThat(unsure).isLessThan(FrameError.expectedIou(TRUTH, TRUTH));
    }

    @Test
    void tenTimesTheErrorIsTenDecibelsLess() {
        assertThat(FrameError.psnr(1)).isZero();
        assertThat(FrameError.psnr(0.01)).isCloseTo(20, within(1e-12));
        assertThat(FrameError.psnr(0.05)).isCloseTo(13.0103, within(1e-4)); // a blank frame where a twentieth is ink
        assertThat(FrameError.psnr(0)).isInfinite();
        assertThat(FrameError.boxlcdPsnr(new float[] {0, 1}, new float[] {0, 1}))
                .isEqualTo(100);
        assertThat(FrameError.boxlcdPsnr(new float[] {0, 1}, new float[] {0, 0}))
                .isCloseTo(3.0103, within(1e-4));
    }

    @Property(tries = 100)
    void onBinaryFramesErrorsAreThoseOfSets(@ForAll @Size(9) boolean[] left, @ForAll @Size(9) boolean[] right) {
        int both = 0;
        int either = 0;
        for (int pixel = 0; pixel < left.length; pixel++) {
            both += left[pixel] && right[pixel] ? 1 : 0;
            either += left[pixel] || right[pixel] ? 1 : 0;
        }
        assertThat(FrameError.hamming(frame(left), frame(right))).isEqualTo((either - both) / 9.0);
        assertThat(FrameError.expectedIou(frame(left), frame(right)))
                .isEqualTo(either == 0 ? 1 : (double) both / either);
    }
}
