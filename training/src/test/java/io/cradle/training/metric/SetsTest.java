package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Distances between sets of features, whose answers are known. */
class SetsTest {
    private static double[][] normal(int rows, int dimensions, double mean, double deviation, long seed) {
        Random random = new Random(seed);
        double[][] normal = new double[rows][dimensions];
        for (double[] row : normal) {
            for (int d = 0; d < dimensions; d++) {
                row[d] = mean + deviation * random.nextGaussian();
            }
        }
        return normal;
    }

    @Test
    void frechetOfShiftedNormalsIsTheSquareOfTheShift() {
        double distance = Frechet.distance(normal(20_000, 4, 0, 1, 1), normal(20_000, 4, 0.5, 1, 2));
        assertThat(distance).isCloseTo(4 * 0.25, within(0.06));
    }

    @Test
    void frechetOfWiderNormalsIsTheSquareOfTheDifferenceOfDeviations() {
        double distance = Frechet.distance(normal(20_000, 4, 0, 1, 1), normal(20_000, 4, 0, 2, 2));
        assertThat(distance).isCloseTo(4 * 1.0, within(0.1));
    }

    @Test
    void frechetOfOneNumberIsTheSameFormula() {
        assertThat(Frechet.distance(normal(20_000, 1, 0, 1, 1), normal(20_000, 1, 3, 2, 2)))
                .isCloseTo(9 + 1, within(0.2));
    }

    @Test
    void frechetGrowsWithNoiseAndIsAlmostZeroWithinOneDistribution() {
        double[][] truth = normal(5_000, 3, 0, 1, 1);
        double last = Frechet.distance(truth, normal(5_000, 3, 0, 1, 2));
        assertThat(last).isLessThan(0.01);
        for (double noise : new double[] {0.3, 0.6, 1.2}) {
            double[][] noisy = normal(5_000, 3, 0, Math.sqrt(1 + noise * noise), 3);
            double now = Frechet.distance(truth, noisy);
            assertThat(now).isGreaterThan(last);
            last = now;
        }
    }

    @Test
    void theLimitOfFrechetIsNearerToZeroThanItsValueOnFewFeatures() {
        double value = 0;
        double limit = 0;
        for (int i = 0; i < 10; i++) {
            Likeness same =
                    Likeness.of(List.of(normal(400, 8, 0, 1, 2L * i)), List.of(normal(400, 8, 0, 1, 2L * i + 1)));
            value += same.frechet() / 10;
            limit += same.limit().orElseThrow() / 10;
        }
        assertThat(value).isGreaterThan(0.1);
        assertThat(limit).isCloseTo(0, within(0.05));
        assertThat(Likeness.of(List.of(normal(130, 30, 0, 1, 1)), List.of(normal(130, 30, 0, 1, 2)))
                        .limit())
                .isEmpty();
    }

    @Test
    void frechetRefusesTooFewFeaturesAndWhatIsNoNumber() {
        assertThatThrownBy(() -> Frechet.distance(normal(7, 4, 0, 1, 1), normal(100, 4, 0, 1, 1)))
                .hasMessageContaining("7 features");
        double[][] broken = normal(100, 2, 0, 1, 1);
        broken[3][1] = Double.NaN;
        assertThatThrownBy(() -> Frechet.distance(broken, normal(100, 2, 0, 1, 1)))
                .hasMessageContaining("NaN");
    }

    @Test
    void kernelDistanceIsUnbiasedWithinOneDistributionAndSeesAShift() {
        double within = 0;
        for (int i = 0; i < 20; i++) {
            within += KernelDistance.squared(normal(100, 3, 0, 1, 2L * i), normal(100, 3, 0, 1, 2L * i + 1)) / 20;
        }
        assertThat(within).isCloseTo(0, within(0.1));
        assertThat(KernelDistance.squared(normal(400, 3, 0, 1, 1), normal(400, 3, 1, 1, 2)))
                .isGreaterThan(1);
    }

    @Test
    void aCopyOfTheTruthIsPreciseAndCoversItAndAConstantCoversNothing() {
        double[][] truth = normal(300, 2, 0, 1, 1);
        Manifold same = Manifold.of(truth, normal(300, 2, 0, 1, 2));
        assertThat(same.precision()).isGreaterThan(0.9);
        assertThat(same.recall()).isGreaterThan(0.9);
        assertThat(same.density()).isCloseTo(1, within(0.2));
        assertThat(same.coverage()).isGreaterThan(0.9);

        Manifold constant = Manifold.of(truth, normal(300, 2, 0, 1e-6, 3));
        assertThat(constant.precision()).isEqualTo(1);
        assertThat(constant.recall()).isLessThan(0.05);
        assertThat(constant.coverage()).isLessThan(0.1);

        Manifold elsewhere = Manifold.of(truth, normal(300, 2, 50, 1, 4));
        assertThat(elsewhere.precision()).isZero();
        assertThat(elsewhere.coverage()).isZero();
    }

    private static List<double[]> stretches(int count, int seed, double speed) {
        Random random = new Random(seed);
        List<double[]> stretches = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            double x = 2 + 4 * random.nextDouble();
            double y = 2 + 10 * random.nextDouble();
            List<float[]> frames = new ArrayList<>();
            for (int t = 0; t < WindowFeatures.FRAMES; t++) {
                float[] frame = new float[16 * 16];
                frame[(int) Math.floor(y) * 16 + (int) Math.floor(x + speed * t)] = 1;
                frames.add(frame);
            }
            stretches.add(WindowFeatures.of(frames, 16, 16));
        }
        return stretches;
    }

    @Test
    void stretchesOfOneWorldAreAlikeAndFrozenOnesAreNot() {
        List<double[]> truth = stretches(400, 1, 1);
        Likeness same = Likeness.scaled(truth, stretches(400, 2, 1), WindowFeatures.LEAST);
        Likeness frozen = Likeness.scaled(truth, stretches(400, 3, 0), WindowFeatures.LEAST);

        assertThat(same.frechet()).isLessThan(3 * same.none() + 0.05);
        assertThat(same.manifold().coverage()).isGreaterThan(0.8);
        assertThat(frozen.frechet()).isGreaterThan(10 * same.frechet());
        assertThat(frozen.manifold().precision()).isLessThan(0.05);
        assertThat(frozen.features()).isEqualTo(400);
        assertThatThrownBy(() -> Likeness.of(truth, truth.subList(0, 9))).hasMessageContaining("9 features");
    }

    @Test
    void whatHardlyVariesInTruthDoesNotDrownAllElse() {
        List<double[]> truth = new ArrayList<>(List.of(normal(400, 3, 0, 1, 1)));
        List<double[]> made = new ArrayList<>(List.of(normal(400, 3, 0, 1, 2)));
        truth.forEach(row -> row[2] = 0.9 + 1e-7 * row[2]);
        made.forEach(row -> row[2] = 0.7);

        assertThat(Likeness.of(truth, made).frechet()).isLessThan(0.2);
        assertThat(Likeness.scaled(truth, made, 0.1).frechet())
                .isBetween(3.5, 5.0); // two tenths off in units of a tenth
    }

    @Test
    void featuresCountAndMeasure() {
        double[] features = stretches(1, 1, 1).get(0);
        assertThat(features[2]).isEqualTo(1); // pixels of ink
        assertThat(features[3]).isEqualTo(1); // things
        assertThat(features[5]).isEqualTo(1, within(1e-9)); // columns that it goes in a step
        assertThat(features[8]).isEqualTo(2, within(1e-9)); // pixels that change: one leaves, one comes
    }
}
