package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WindowFeaturesTest {
    private static final int HEIGHT = 6;
    private static final int WIDTH = 16;

    /** A bar of two pixels, one above the other, that goes two columns a step, and from the fifth frame on a dot in a corner. */
    private static List<float[]> stretch() {
        List<float[]> frames = new ArrayList<>();
        for (int t = 0; t < WindowFeatures.FRAMES; t++) {
            float[] frame = new float[HEIGHT * WIDTH];
            frame[2 * t] = 1;
            frame[WIDTH + 2 * t] = 1;
            frame[HEIGHT * WIDTH - WIDTH] = t < 4 ? 0 : 1;
            frames.add(frame);
        }
        return frames;
    }

    private static double[] features(List<float[]> frames) {
        return WindowFeatures.of(frames, HEIGHT, WIDTH);
    }

    @Test
    void eachOfTheNineIsWhatAPersonWouldCount() {
        // Rows: 1/2, then (0 + 1 + 5) / 3 = 2. Columns: 0, 2, 4, 6, then two thirds of 8, 10, 12, 14.
        double rows = (4 * 0.5 + 4 * 2) / 8;
        double columns = (0 + 2 + 4 + 6 + (8 + 10 + 12 + 14) * 2 / 3.0) / 8;
        double columnsGo = (3 * 2 + Math.abs(16 / 3.0 - 6) + 3 * 4 / 3.0) / 7;

        assertThat(features(stretch()))
                .usingComparatorWithPrecision(1e-9)
                .containsExactly(
                        rows, // row of the centroid
                        columns, // column
                        (4 * 2 + 4 * 3) / 8.0, // pixels
                        (4 * 1 + 4 * 2) / 8.0, // things
                        1.5 / 7, // how far rows go a step
                        columnsGo,
                        1 / 7.0, // pixels more
                        1 / 7.0, // a thing more
                        (7 * 4 + 1) / 7.0); // pixels that change: two leave, two come, and once the dot
    }

    @Test
    void blankFramesAreZeros() {
        assertThat(features(Collections.nCopies(8, new float[HEIGHT * WIDTH]))).containsOnly(0);
    }

    @Test
    void whatStandsStillOrFlickersOrLiesOnItsSideIsAnotherStretch() {
        double[] truth = features(stretch());
        double[] frozen = features(Collections.nCopies(8, stretch().get(0)));
        List<float[]> shuffled =
                IntStream.of(0, 5, 1, 6, 2, 7, 3, 4).mapToObj(stretch()::get).toList();
        double[] sideways = WindowFeatures.of(
                stretch().stream().map(WindowFeaturesTest::turned).toList(), /* height= */ WIDTH, /* width= */ HEIGHT);

        assertThat(frozen[5]).isZero();
        assertThat(frozen[8]).isZero();
        assertThat(features(shuffled)[5]).isGreaterThan(2 * truth[5]);
        assertThat(features(shuffled)[1]).isEqualTo(truth[1]);
        assertThat(sideways[0]).isEqualTo(truth[1]);
        assertThat(sideways[1]).isEqualTo(truth[0]);
    }

    private static float[] turned(float[] frame) {
        float[] turned = new float[frame.length];
        for (int pixel = 0; pixel < frame.length; pixel++) {
            turned[pixel % WIDTH * HEIGHT + pixel / WIDTH] = frame[pixel];
        }
        return turned;
    }
}
