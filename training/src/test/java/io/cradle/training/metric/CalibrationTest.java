package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Brier's score and its parts, whose answers are known. */
class CalibrationTest {
    private interface Forecast {
        double of(double p);
    }

    /** Events of probability 0.2 or 0.7, half of each. */
    private static Calibration of(Forecast forecast) {
        Random random = new Random(1);
        Reliability counts = new Reliability();
        for (int i = 0; i < 200_000; i++) {
            double p = random.nextBoolean() ? 0.2 : 0.7;
            counts.add(forecast.of(p), random.nextDouble() < p);
        }
        return counts.calibration();
    }

    @Test
    void whoKnowsTheOddsIsReliableAndResolvesThem() {
        Calibration honest = of(p -> p);

        assertThat(honest.brier()).isCloseTo((0.2 * 0.8 + 0.7 * 0.3) / 2, within(0.003));
        assertThat(honest.reliability()).isCloseTo(0, within(1e-4));
        assertThat(honest.resolution()).isCloseTo(0.25 * 0.25, within(0.002));
        assertThat(honest.uncertainty()).isCloseTo(0.45 * 0.55, within(0.002));
    }

    @Test
    void aConstantResolvesNothing() {
        Calibration constant = of(p -> 0.45);

        assertThat(constant.resolution()).isZero();
        assertThat(constant.brier()).isCloseTo(constant.uncertainty(), within(1e-4));
    }

    @Test
    void whoMixesUpTheOddsResolvesThemAllTheSameAndIsUnreliable() {
        Calibration swapped = of(p -> 0.9 - p);

        assertThat(swapped.resolution()).isCloseTo(0.25 * 0.25, within(0.002));
        assertThat(swapped.reliability()).isCloseTo(0.25, within(0.002));
        assertThat(swapped.brier())
                .isCloseTo(swapped.reliability() - swapped.resolution() + swapped.uncertainty(), within(1e-4));
    }

    @Test
    void ofNothingNothingIsKnown() {
        assertThat(new Reliability().calibration().brier()).isNaN();
    }
}
