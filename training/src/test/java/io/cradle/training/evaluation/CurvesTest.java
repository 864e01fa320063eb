package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Recording;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurvesTest {
    private static final Episode TRUTH = Slider.shown("#.......", "##......", "#..#....");
    private static final Take TAKE = new Take(Recording.of(TRUTH), 0, 1, 2);

    private static float[] frame(String row) {
        return Recording.of(Slider.shown(row)).frame(0);
    }

    /** Says p of each pixel, and draws these rows. */
    private static Scripted script(float p, String... rows) {
        float[] same = new float[Slider.PIXELS];
        Arrays.fill(same, p);
        return new Scripted(
                Collections.nCopies(rows.length, same),
                Arrays.stream(rows).map(row -> Observation.ofFrame(frame(row))).toList());
    }

    private static Map<Metric, List<Double>> curves(Scripted likeliest, Scripted... samples) {
        return new Curves(TRUTH)
                .of(
                        List.of(TAKE),
                        OpenLoop.cut(likeliest, List.of(TAKE)),
                        Arrays.stream(samples)
                                .map(sample -> List.of(sample.sampled(TAKE)))
                                .toList());
    }

    @Test
    void likeliestFramesAreMeasuredByHand() {
        Map<Metric, List<Double>> curves = curves(script(0.5f, "#.......", "..#.#..#"));

        assertThat(curves.get(Metric.HAMMING)).containsExactly(1 / 8.0, 5 / 8.0);
        assertThat(curves.get(Metric.CENTROID)).containsExactly(0.5, 1.5); // 4 is nearest to 3, 2 to 0
        assertThat(curves.get(Metric.COUNT)).containsExactly(0.0, 1.0);
        assertThat(curves).containsOnlyKeys(Metric.HAMMING, Metric.CENTROID, Metric.COUNT); // one row is no window
    }

    @Test
    void sampledFramesAreMeasuredByHand() {
        Map<Metric, List<Double>> curves = curves(
                script(0.5f, "........", "........"),
                script(0.5f, "#.......", "#..#...."),
                script(0.25f, "##......", "...##..."));

        assertThat(curves.get(Metric.SAMPLED_IOU)).containsExactly((1 / 2.0 + 1) / 2, (1 + 1 / 3.0) / 2);
        assertThat(curves.get(Metric.BEST_IOU)).containsExactly(1.0, 1.0);
        assertThat(curves.get(Metric.EXPECTED_IOU))
                .containsExactly(1.5 / 2, (0.5 + 1) / (1 + 1 + 0.5)); // of 1 ½ and of ½ . . 1 ½
        double oneOff = 10 * Math.log10(8);
        double twoOff = 10 * Math.log10(4);
        assertThat(curves.get(Metric.BOXLCD_PSNR).get(0)).isCloseTo((oneOff + 100) / 2, within(1e-6));
        assertThat(curves.get(Metric.BOXLCD_PSNR).get(1)).isCloseTo((100 + twoOff) / 2, within(1e-6));
        assertThat(curves.get(Metric.CENTROID)).containsExactly(Double.NaN, Double.NaN); // nothing was shown
    }

    @Test
    void bitsAreOfTheMeanProbabilityOverSamples() {
        // Two of eight pixels are ink.
        double half = Math.pow(0.5, 8);
        double quarter = Math.pow(0.25, 2) * Math.pow(0.75, 6);
        double expected = -Math.log((half + quarter + quarter) / 3) / Math.log(2);
        Scripted coin = script(0.5f, "........", "........");
        Scripted honest = script(0.25f, "........", "........");

        assertThat(curves(coin, coin).get(Metric.BITS)).containsExactly(8.0, 8.0);
        assertThat(curves(coin, coin, honest, honest).get(Metric.BITS))
                .usingComparatorForType((l, r) -> Math.abs(l - r) < 1e-6 ? 0 : 1, Double.class)
                .containsExactly(expected, expected);
    }

    @Test
    void oneSampleThatIsRightKeepsBitsLowAndImpossibleOnesCostOneBitEach() {
        Scripted right = new Scripted(
                List.of(frame("##......"), frame("#..#....")),
                script(0, "........", "........").drawn());
        Scripted wrong = new Scripted(List.of(frame("..######"), frame(".##.####")), right.drawn());

        assertThat(curves(right, right).get(Metric.BITS).get(0)).isCloseTo(0, within(1e-4));
        assertThat(curves(right, right, wrong).get(Metric.BITS).get(0)).isCloseTo(1, within(1e-4));
        assertThat(curves(right, right, wrong, wrong, wrong).get(Metric.BITS).get(1))
                .isCloseTo(2, within(1e-4));
        assertThat(curves(right, wrong).get(Metric.BITS).get(0)).isCloseTo(8 * 19.93, within(0.1));
    }
}
