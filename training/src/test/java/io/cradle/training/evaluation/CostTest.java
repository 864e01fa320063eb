package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class CostTest {
    @Test
    void aCoinCostsOneBitAPixel() {
        assertThat(Cost.of(new float[] {0.5f, 0.5f, 0.5f}, new float[] {1, 0, 1})
                        .bits())
                .isCloseTo(3, within(1e-9));
    }

    @Test
    void bitsAreMinusLogTwoOfWhatHappened() {
        assertThat(Cost.of(new float[] {0.25f, 0.25f}, new float[] {1, 0}).bits())
                .isCloseTo(2 - Math.log(0.75) / Math.log(2), within(1e-9));
    }

    @Test
    void certaintyThatIsRightCostsAlmostNothing() {
        Cost cost = Cost.of(new float[] {1, 0}, new float[] {1, 0});

        assertThat(cost.bits()).isCloseTo(0, within(1e-5));
        assertThat(cost.clamped()).isEqualTo(2);
    }

    @Test
    void certaintyThatIsWrongCostsTwentyBitsAndIsCounted() {
        Cost cost = Cost.of(new float[] {0}, new float[] {1});

        assertThat(cost.bits()).isCloseTo(19.93, within(0.01));
        assertThat(cost.clamped()).isEqualTo(1);
    }

    @Test
    void whatANetworkPulledOffZeroAndOneItselfIsCounted() {
        float[] ink = {1e-6f, 1 - 1e-6f, 2e-6f, 1 - 2e-6f};

        assertThat(Cost.of(ink, new float[] {0, 1, 0, 1}).clamped()).isEqualTo(2);
    }

    @Property(tries = 100)
    void noAnswerIsCheaperOnAverageThanTheTrueProbability(
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double truth,
            @ForAll @DoubleRange(min = 0.01, max = 0.99) double answer) {
        assertThat(expected(truth, truth)).isLessThanOrEqualTo(expected(truth, answer) + 1e-6);
    }

    private static double expected(double truth, double answer) {
        float[] ink = {(float) answer};
        return truth * Cost.of(ink, new float[] {1}).bits()
                + (1 - truth) * Cost.of(ink, new float[] {0}).bits();
    }
}
