package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SsimTest {
    private static final int H = 16;
    private static final int W = 24;

    private static float[] filled(float value) {
        float[] image = new float[H * W];
        Arrays.fill(image, value);
        return image;
    }

    private static float[] noise(long seed) {
        Random random = new Random(seed);
        float[] image = new float[H * W];
        for (int i = 0; i < image.length; i++) {
            image[i] = random.nextInt(4) == 0 ? 1 : 0;
        }
        return image;
    }

    @ParameterizedTest
    @EnumSource
    void flatImagesDifferByTheirMeansAlone(Ssim.Window window) {
        double c1 = 1e-4; // variances are 0, so that the formula leaves (2 l r + C1) / (l² + r² + C1)
        double expected = (2 * 0.25 * 0.75 + c1) / (0.25 * 0.25 + 0.75 * 0.75 + c1);
        assertThat(new Ssim(H, W, window).of(filled(0.25f), filled(0.75f))).isCloseTo(expected, within(1e-6));
    }

    @Property(tries = 20)
    void anImageIsLikeItselfAndLikenessGoesBothWays(@ForAll long left, @ForAll long right) {
        for (Ssim.Window window : Ssim.Window.values()) {
            Ssim ssim = new Ssim(H, W, window);
            assertThat(ssim.of(noise(left), noise(left))).isCloseTo(1, within(1e-9));
            assertThat(ssim.of(noise(left), noise(right))).isCloseTo(ssim.of(noise(right), noise(left)), within(1e-12));
        }
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithTheSumWrittenOut(Ssim.Window window) {
        float[] left = noise(1);
        float[] right = noise(2);
        assertThat(new Ssim(H, W, window).of(left, right)).isCloseTo(plain(left, right, window), within(1e-9));
    }

    /** The definition, window by window. */
    private static double plain(float[] left, float[] right, Ssim.Window window) {
        int half = window == Ssim.Window.UNIFORM_ON_INK ? 3 : 5;
        double sum = 0;
        int places = 0;
        for (int y = 0; y < H; y++) {
            for (int x = 0; x < W; x++) {
                double[] m = new double[6]; // weight, l, r, ll, rr, lr
                for (int dy = -half; dy <= half; dy++) {
                    for (int dx = -half; dx <= half; dx++) {
                        double w = half == 3 ? 1 : Math.exp(-(dy * dy + dx * dx) / 4.5);
                        double l = left[mirror(y + dy, H) * W + mirror(x + dx, W)];
                        double r = right[mirror(y + dy, H) * W + mirror(x + dx, W)];
                        double[] terms = {1, l, r, l * l, r * r, l * r};
                        for (int i = 0; i < m.length; i++) {
                            m[i] += w * terms[i];
                        }
                    }
                }
                for (int i = 1; i < m.length; i++) {
                    m[i] /= m[0];
                }
                if (half == 5 || m[1] > 0 || m[2] > 0) {
                    double covariance = m[5] - m[1] * m[2];
                    double variances = m[3] - m[1] * m[1] + m[4] - m[2] * m[2];
                    sum += (2 * m[1] * m[2] + 1e-4)
                            * (2 * covariance + 9e-4)
                            / ((m[1] * m[1] + m[2] * m[2] + 1e-4) * (variances + 9e-4));
                    places++;
                }
            }
        }
        return sum / places;
    }

    private static int mirror(int i, int length) {
        return i < 0 ? -i : i >= length ? 2 * (length - 1) - i : i;
    }

    @ParameterizedTest
    @EnumSource
    void whatIsShiftedOrTurnedOrInvertedIsLessLikeTheTruthThanTheTruth(Ssim.Window window) {
        float[] truth = filled(0);
        float[] shifted = filled(0);
        float[] turned = filled(0);
        float[] inverted = filled(1);
        for (int i = 0; i < 4; i++) { // a bar, upright
            truth[(4 + i) * W + 8] = 1;
            shifted[(4 + i) * W + 10] = 1;
            turned[4 * W + 8 + i] = 1;
            inverted[(4 + i) * W + 8] = 0;
        }
        Ssim ssim = new Ssim(H, W, window);

        assertThat(ssim.of(truth, truth)).isCloseTo(1, within(1e-9));
        assertThat(ssim.of(shifted, truth)).isLessThan(0.95);
        assertThat(ssim.of(turned, truth)).isLessThan(0.95);
        assertThat(ssim.of(inverted, truth)).isLessThan(0.1);
    }

    @Test
    void onInkAShiftCostsMoreThanWhereBackgroundDrownsIt() {
        float[] truth = filled(0);
        float[] shifted = filled(0);
        truth[5 * W + 5] = 1;
        shifted[5 * W + 8] = 1;

        assertThat(new Ssim(H, W, Ssim.Window.UNIFORM_ON_INK).of(shifted, truth))
                .isLessThan(new Ssim(H, W, Ssim.Window.GAUSSIAN_EVERYWHERE).of(shifted, truth) - 0.3);
    }

    @Test
    void twoBlankFramesAreTheSameAndABlankOneIsNotATrueOne() {
        Ssim ssim = new Ssim(H, W, Ssim.Window.UNIFORM_ON_INK);
        assertThat(ssim.of(filled(0), filled(0))).isEqualTo(1);
        assertThat(ssim.of(filled(0), noise(1))).isLessThan(0.3);
    }

    @Test
    void aFrameSmallerThanHalfAWindowIsRefused() {
        assertThatThrownBy(() -> new Ssim(5, 5, Ssim.Window.GAUSSIAN_EVERYWHERE))
                .hasMessageContaining("5 × 5");
    }
}
