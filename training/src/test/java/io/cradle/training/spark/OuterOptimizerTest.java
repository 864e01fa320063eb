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
    private static Floats average(Floats before) {
        return of((float) (before.at(0) * Math.pow(1 - RATE, STEPS)));
    }

    private static Floats of(float... values) {
        return Floats.of(values);
    }

    private static OuterOptimizer outer(Outer method, double rate, double momentum) {
        return new OuterOptimizer(new OuterConfig(method, rate, momentum), of());
    }

    private static double end(OuterOptimizer outer) {
        Floats at = of(1);
        for (int round = 0; round < ROUNDS; round++) {
            at = outer.next(at, average(at), RATE);
        }
        return at.at(0);
    }

    @Test
    void averageTakesTheAverageBitForBit() {
        Floats average = of(0.1f, 1e-30f, Float.MIN_VALUE);

        assertThat(outer(Outer.AVERAGE, 0.3, 0.9).next(of(0, 0, 0), average, RATE))
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
        assertThatThrownBy(() -> new OuterConfig(Outer.DILOCO, 0, 0.9)).hasMessageContaining("train.outer.rate=0.0");
        assertThatThrownBy(() -> new OuterConfig(Outer.DILOCO, 0.7, 1))
                .hasMessageContaining("train.outer.momentum=1.0");
    }

    @Test
    void atRestAVelocityIsForgotten() {
        OuterOptimizer outer = outer(Outer.DILOCO, 0.7, 0.9);
        Floats first = outer.next(of(1), of(0.5f), RATE);
        assertThat(outer.next(of(1), of(0.5f), RATE)).isNotEqualTo(first);
        outer.rest();
        assertThat(outer.next(of(1), of(0.5f), RATE)).isEqualTo(first);
    }

    @Test
    void workersThatGoTheSameWayAgreeAndThoseThatGoApartDoNot() {
        Floats start = of(0, 0);

        assertThat(Agreement.of(List.of(of(1, 0), of(1, 0)), start, of(1, 0))).isEqualTo(new Agreement(0, 1));
        assertThat(Agreement.of(List.of(of(1, 0), of(0, 1)), start, of(0.5f, 0.5f)))
                .isEqualTo(new Agreement(1, 0));
        assertThat(Agreement.of(List.of(of(1, 0), of(-1, 0)), start, of(0, 0)).cosine())
                .isEqualTo(-1);
        assertThat(Agreement.of(List.of(of(3, 4)), start, of(3, 4))).isEqualTo(new Agreement(0, 1));
    }
}
