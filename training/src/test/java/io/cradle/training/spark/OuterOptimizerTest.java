package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.training.model.Floats;
import java.util.List;
import org.junit.jupiter.api.Test;

/** On a bowl x² / 2, where H steps of gradient descent come to a factor, every trajectory is a recurrence of two numbers. */
class OuterOptimizerTest {
    private static final double RATE = 0.1;
    private static final int STEPS = 5;
    private static final int ROUNDS = 12;

    /** Where workers end that all walk down from the same place. */
    private static float[] average(float[] before) {
        return new float[] {(float) (before[0] * Math.pow(1 - RATE, STEPS))};
    }

    private static OuterOptimizer outer(Outer method, double rate, double momentum) {
        return new OuterOptimizer(method, rate, momentum, Floats.of(new float[0]));
    }

    private static double end(OuterOptimizer outer) {
        float[] at = {1};
        for (int round = 0; round < ROUNDS; round++) {
            at = outer.next(at, average(at), RATE);
        }
        return at[0];
    }

    @Test
    void averageTakesTheAverageBitForBit() {
        float[] average = {0.1f, 1e-30f, Float.MIN_VALUE};

        assertThat(outer(Outer.AVERAGE, 0.3, 0.9).next(new float[3], average, RATE))
                .isSameAs(average);
        assertThat(end(outer(Outer.AVERAGE, 1, 0))).isCloseTo(Math.pow(1 - RATE, STEPS * ROUNDS), within(1e-7));
    }

    @Test
    void dilocoFollowsItsRecurrence() {
        double x = 1;
        double v = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double change = x - x * Math.pow(1 - RATE, STEPS);
            v = 0.9 * v + change;
            x -= 0.7 * (change + 0.9 * v);
        }

        assertThat(end(outer(Outer.DILOCO, 0.7, 0.9))).isCloseTo(x, within(1e-6));
    }

    @Test
    void slowMomentumFollowsItsRecurrence() {
        double x = 1;
        double u = 0;
        for (int round = 0; round < ROUNDS; round++) {
            u = 0.5 * u + (x - x * Math.pow(1 - RATE, STEPS)) / RATE;
            x -= RATE * u;
        }

        assertThat(end(outer(Outer.SLOWMO, 1, 0.5))).isCloseTo(x, within(1e-6));
    }

    @Test
    void withoutMomentumAndAtRateOneBothAreTheAverage() {
        double plain = end(outer(Outer.AVERAGE, 1, 0));

        assertThat(end(outer(Outer.DILOCO, 1, 0))).isCloseTo(plain, within(1e-7));
        assertThat(end(outer(Outer.SLOWMO, 1, 0))).isCloseTo(plain, within(1e-7));
    }

    @Test
    void aRateOrMomentumThatCannotBeIsRefused() {
        assertThatThrownBy(() -> new TrainingConfig(1, 1, 1, 1, 0.1, 1, 0, Outer.DILOCO, 0, 0.9))
                .hasMessageContaining("train.outerRate=0.0");
        assertThatThrownBy(() -> new TrainingConfig(1, 1, 1, 1, 0.1, 1, 0, Outer.DILOCO, 0.7, 1))
                .hasMessageContaining("train.outerMomentum=1.0");
    }

    private static WorkerState worker(float... parameters) {
        return new WorkerState(parameters, new float[0], 0);
    }

    @Test
    void workersThatGoTheSameWayAgreeAndThoseThatGoApartDoNot() {
        float[] start = {0, 0};

        assertThat(Agreement.of(List.of(worker(1, 0), worker(1, 0)), start, new float[] {1, 0}))
                .isEqualTo(new Agreement(0, 1));
        assertThat(Agreement.of(List.of(worker(1, 0), worker(0, 1)), start, new float[] {0.5f, 0.5f}))
                .isEqualTo(new Agreement(1, 0));
        assertThat(Agreement.of(List.of(worker(1, 0), worker(-1, 0)), start, new float[] {0, 0})
                        .cosine())
                .isEqualTo(-1);
        assertThat(Agreement.of(List.of(worker(3, 4)), start, new float[] {3, 4}))
                .isEqualTo(new Agreement(0, 1));
    }
}
