package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
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
}
