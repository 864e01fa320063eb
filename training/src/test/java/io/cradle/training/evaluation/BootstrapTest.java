package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BootstrapTest {
    private static double[] normal(Random random, int count) {
        return random.doubles(count).map(ignored -> random.nextGaussian()).toArray();
    }

    @Test
    void equalValuesLeaveNoDoubt() {
        assertThat(new Bootstrap(100, 1).mean(new double[] {3, 3, 3})).isEqualTo(new Interval(3, 3, 3));
    }

    @Test
    void widthIsThatOfTheNormalApproximation() {
        Interval interval = new Bootstrap(2000, 1).mean(normal(new Random(1), 400));

        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 / Math.sqrt(400), within(0.02));
    }

    @Test
    void nineteenOfTwentyIntervalsHoldTheTruth() {
        Random random = new Random(1);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            Interval interval = new Bootstrap(200, i).mean(normal(random, 40));
            held += interval.low() <= 0 && 0 <= interval.high() ? 1 : 0;
        }

        assertThat(held / 400.0).isBetween(0.90, 0.98);
    }

    @Test
    void theSameSeedGivesTheSameInterval() {
        double[] values = normal(new Random(1), 20);

        assertThat(new Bootstrap(100, 7).mean(values)).isEqualTo(new Bootstrap(100, 7).mean(values));
        assertThat(new Bootstrap(100, 8).mean(values)).isNotEqualTo(new Bootstrap(100, 7).mean(values));
    }

    /** All 5⁵ ways to draw five episodes, as likely as each other. */
    @Test
    void endsAreThoseOfAllDrawsThatThereAre() {
        double[] values = {0, 1, 3, 7, 12};
        double[] means = IntStream.range(0, 3125)
                .mapToDouble(draw -> IntStream.iterate(draw, rest -> rest / 5)
                        .limit(5)
                        .mapToDouble(rest -> values[rest % 5] / 5)
                        .sum())
                .sorted()
                .toArray();
        Interval interval = new Bootstrap(20_000, 3).mean(values);

        assertThat(interval.mean()).isCloseTo(4.6, within(1e-12));
        assertThat(interval.low()).isCloseTo(means[78], within(0.25));
        assertThat(interval.high()).isCloseTo(means[3046], within(0.25));
    }

    @Test
    void pairedDifferencesAreFarLessInDoubtThanThoseOfOtherEpisodes() {
        double[] easy = normal(new Random(1), 40);
        double[] paired = new double[40];
        double[] mixedUp = new double[40];
        for (int i = 0; i < easy.length; i++) {
            double baseline = easy[i] + 0.3;
            paired[i] = easy[i] - baseline;
            mixedUp[i] = easy[(i + 1) % 40] - baseline;
        }
        Bootstrap bootstrap = new Bootstrap(1000, 1);

        assertThat(bootstrap.mean(paired).liesBelowZero()).isTrue();
        assertThat(bootstrap.mean(paired).high()).isCloseTo(-0.3, within(1e-9));
        assertThat(bootstrap.mean(mixedUp).mean()).isCloseTo(-0.3, within(1e-9));
        assertThat(bootstrap.mean(mixedUp).liesBelowZero()).isFalse();
    }

    @Test
    void aRatioIsThatOfMeansOverTheSameDraws() {
        Bootstrap bootstrap = new Bootstrap(500, 1);

        assertThat(bootstrap.ratio(new double[] {1, 2, 9}, new double[] {2, 4, 18}))
                .contains(new Interval(0.5, 0.5, 0.5));
        assertThat(bootstrap.ratio(new double[] {1, 2}, new double[] {1, 0})).isEmpty();
    }

    /** What trainings add and what episodes add have each their variance over their number; both are drawn. */
    @Test
    void aCrossedIntervalIsAsWideAsTrainingsAndEpisodesMakeIt() {
        double[] trainings = normal(new Random(1), 50);
        double[] episodes = normal(new Random(2), 80);
        double[][] values = new double[50][80];
        for (int row = 0; row < 50; row++) {
            double added = trainings[row];
            Arrays.setAll(values[row], column -> added + episodes[column]);
        }
        double deviation = Math.sqrt(variance(trainings) / 50 + variance(episodes) / 80);
        Interval interval = new Bootstrap(4000, 1).crossed(values, ones(80));

        assertThat(interval.mean()).isCloseTo(mean(trainings) + mean(episodes), within(1e-12));
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * deviation, withinPercentage(5));
    }

    private static double[] ones(int size) {
        double[] ones = new double[size];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static double variance(double[] values) {
        double mean = mean(values);
        return mean(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .toArray());
    }

    /** All 2² · 3³ ways to draw two trainings and three episodes, as likely as each other. */
    @Test
    void endsOfACrossedIntervalAreThoseOfAllDrawsThatThereAre() {
        double[][] values = {{0, 2, 7}, {1, 5, 4}};
        double[] weights = {1, 3, 2};
        double[] means = IntStream.range(0, 4 * 27)
                .mapToDouble(draw -> drawn(values, weights, draw % 4, draw / 4))
                .sorted()
                .toArray();
        Interval interval = new Bootstrap(50_000, 3).crossed(values, weights);

        assertThat(interval.mean()).isCloseTo((0.5 + 3 * 3.5 + 2 * 5.5) / 6, within(1e-12));
        assertThat(interval.low()).isBetween(means[1], means[4]);
        assertThat(interval.high()).isBetween(means[103], means[106]);
    }

    private static double drawn(double[][] values, double[] weights, int rows, int columns) {
        double sum = 0;
        double weight = 0;
        for (int column : new int[] {columns % 3, columns / 3 % 3, columns / 9}) {
            sum += weights[column] * (values[rows % 2][column] + values[rows / 2][column]) / 2;
            weight += weights[column];
        }
        return sum / weight;
    }

    @Test
    void episodesWithoutWeightAreNotLookedAt() {
        double[][] values = {{3, Double.NaN}, {3, Double.NaN}};
        assertThat(new Bootstrap(100, 1).crossed(values, new double[] {2, 0})).isEqualTo(new Interval(3, 3, 3));
        assertThatThrownBy(() -> new Bootstrap(100, 1).crossed(values, new double[] {0, 0}))
                .hasMessage("Cannot average 2 trainings over 0 episodes: at least 1 of each must count");
    }

    @Test
    void whatIsNoNumberHasNoInterval() {
        assertThatThrownBy(() -> new Bootstrap(100, 1).mean(new double[] {1, Double.NaN}))
                .hasMessageContaining("must be finite");
        assertThatThrownBy(() -> new Bootstrap(100, 1).mean(new double[] {1, Double.POSITIVE_INFINITY}))
                .hasMessageContaining("must be finite");
    }
}
