package io.cradle.training.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/** Scores of forecasts whose answers are known. */
class ForecastsTest {
    private static final int MANY = 100_000;

    private static Spread spread(double said, double bias) {
        Random random = new Random(1);
        Forecasts forecasts = Forecasts.NONE;
        for (int i = 0; i < MANY; i++) {
            double mean = random.nextDouble();
            forecasts = forecasts.add(mean, said, mean + bias + random.nextGaussian());
        }
        return forecasts.spread();
    }

    @Test
    void anHonestForecastHoldsWhatItSays() {
        Spread honest = spread(1, 0);

        assertThat(honest.within50()).isCloseTo(0.5, within(0.005));
        assertThat(honest.within90()).isCloseTo(0.9, within(0.005));
        assertThat(honest.crps()).isCloseTo(1 / Math.sqrt(Math.PI), within(0.005));
        assertThat(honest.ratio()).isCloseTo(1, within(0.01));
    }

    @Test
    void whoIsTooSureHoldsLessAndPaysMore() {
        Spread sure = spread(0.5, 0);

        // P(|z| < 0.674 / 2) and P(|z| < 1.645 / 2)
        assertThat(sure.within50()).isCloseTo(0.264, within(0.005));
        assertThat(sure.within90()).isCloseTo(0.589, within(0.005));
        assertThat(sure.ratio()).isCloseTo(0.5, within(0.01));
        assertThat(sure.crps()).isGreaterThan(spread(1, 0).crps());
    }

    @Test
    void whoIsOffHoldsLessAndPaysMore() {
        assertThat(spread(1, 2).within90()).isLessThan(0.5);
        assertThat(spread(1, 2).crps()).isGreaterThan(1);
    }

    @Test
    void aSureForecastThatIsWrongPaysItsError() {
        Forecasts one = Forecasts.NONE.add(3, 1e-6, 5);

        assertThat(one.spread().crps()).isCloseTo(2, within(1e-5));
        assertThat(one.spread().within90()).isZero();
    }

    @Test
    void scoresAreTheIntegralOfSquaredDifferencesOfDistributions() {
        for (double z : new double[] {-2, -0.3, 0, 1, 3.5}) {
            Spread scored = Forecasts.NONE.add(0, 1, z).spread();
            assertThat(scored.crps()).isCloseTo(integral(z), within(1e-4));
        }
    }

    /** ∫ (Φ(x) − [x ≥ z])² dx by the midpoint rule. */
    private static double integral(double z) {
        NormalDistribution normal = new NormalDistribution();
        double sum = 0;
        for (double x = -10 + 5e-4; x < 10; x += 1e-3) {
            double off = normal.cumulativeProbability(x) - (x >= z ? 1 : 0);
            sum += off * off * 1e-3;
        }
        return sum;
    }

    @Test
    void addsUpAlikeInAnyOrder() {
        Forecasts one = Forecasts.NONE.add(0.1, 0.3, 0.2).add(0.7, 0.3, 0.1);
        Forecasts other = Forecasts.NONE.add(0.5, 0.1, 0.9);

        assertThat(one.plus(other)).isEqualTo(other.plus(one));
        assertThat(Forecasts.NONE.spread().crps()).isNaN();
    }
}
