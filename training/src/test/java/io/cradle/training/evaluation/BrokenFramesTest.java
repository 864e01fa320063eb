package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.baseline.Falling;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Recording;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames and proprio that are broken on purpose: each open-loop metric is best for the truth, and sees what it is there to see. */
class BrokenFramesTest {
    /** What a model may get wrong, frame by frame; {@code t} is the number of the frame that it was asked for. */
    private enum Broken {
        TRUE,
        LATE,
        BLANK,
        ON_ITS_SIDE,
        INVERTED,
        TORN;

        Observation shown(Recording truth, int t) {
            float[] frame = truth.frame(this == LATE ? t - 1 : t).clone();
            float[] proprio = truth.observation(this == LATE ? t - 1 : t).proprio();
            int side = (int) Math.sqrt(frame.length);
            for (int pixel = 0; pixel < frame.length; pixel++) {
                int y = pixel / side;
                int x = pixel % side;
                frame[pixel] = switch (this) {
                    case TRUE, LATE -> frame[pixel];
                    case BLANK -> 0;
                    case ON_ITS_SIDE -> truth.frame(t)[x * side + y];
                    case INVERTED -> 1 - frame[pixel];
                    case TORN -> (y + t) % 2 == 0 ? frame[pixel] : 0;
                };
            }
            return new Observation(
                    frame,
                    switch (this) {
                        case TRUE, LATE, INVERTED, TORN -> proprio;
                        case BLANK -> new float[proprio.length];
                        case ON_ITS_SIDE -> new float[] {proprio[1], proprio[2], proprio[0]};
                    });
        }
    }

    /** Means over horizons. */
    private static double falling(Metric metric, Broken broken) {
        double sum = 0;
        for (int seed = 0; seed < 5; seed++) {
            Take take = new Take(Falling.recording(seed), 0, 2, 6);
            List<Observation> shown = IntStream.rangeClosed(1, 6)
                    .mapToObj(h -> broken.shown(take.recording(), take.before(h) + 1))
                    .toList();
            List<float[]> ink = shown.stream().map(each -> unsure(each.frame())).toList();
            Scripted model = new Scripted(ink, shown);
            List<Double> curve = new Curves(take.recording().episode())
                    .of(List.of(take), OpenLoop.cut(model, List.of(take)), List.of(List.of(model.sampled(take))))
                    .get(metric);
            sum += curve.stream().mapToDouble(Double::doubleValue).average().orElseThrow() / 5;
        }
        return sum;
    }

    private static float[] unsure(float[] frame) {
        float[] ink = new float[frame.length];
        for (int pixel = 0; pixel < ink.length; pixel++) {
            ink[pixel] = frame[pixel] > 0.5f ? 0.99f : 0.01f;
        }
        return ink;
    }

    private static List<Broken> seenBy(Metric metric) {
        return switch (metric) {
            case HAMMING, BITS, SAMPLED_IOU, BEST_IOU, EXPECTED_IOU, SSIM, BOXLCD_SSIM, BOXLCD_PSNR ->
                List.of(Broken.LATE, Broken.BLANK, Broken.ON_ITS_SIDE, Broken.INVERTED, Broken.TORN);
            case CENTROID -> List.of(Broken.LATE, Broken.ON_ITS_SIDE, Broken.INVERTED);
            case COUNT -> List.of(Broken.BLANK, Broken.TORN);
            case PROPRIO_METRES, PROPRIO_RADIANS, PROPRIO -> List.of(Broken.LATE, Broken.BLANK, Broken.ON_ITS_SIDE);
        };
    }

    private static double best(Metric metric) {
        return switch (metric) {
            case HAMMING, CENTROID, COUNT, PROPRIO_METRES, PROPRIO_RADIANS, PROPRIO -> 0;
            case SAMPLED_IOU, BEST_IOU, EXPECTED_IOU, SSIM, BOXLCD_SSIM -> 1;
            case BOXLCD_PSNR -> 100;
            case BITS -> -256 * Math.log(0.99) / Math.log(2);
        };
    }

    @ParameterizedTest
    @EnumSource
    void eachMetricIsBestForTheTruthAndClearlyWorseForWhatIsBroken(Metric metric) {
        double truth = falling(metric, Broken.TRUE);
        double clearly = metric == Metric.BITS ? 10 : metric == Metric.HAMMING ? 0.01 : 0.04;

        assertThat(truth).isCloseTo(best(metric), within(1e-4));
        for (Broken broken : seenBy(metric)) {
            double worse = falling(metric, broken) - truth;
            assertThat(metric.higherIsBetter() ? -worse : worse)
                    .as(broken.name())
                    .isGreaterThan(clearly);
        }
    }

    @Test
    void aBlankFrameHasNoCentroidToBeRightAbout() {
        assertThat(falling(Metric.CENTROID, Broken.BLANK)).isNaN();
    }
}
