package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineDecayTest {
    @ParameterizedTest(name = "round {1} of {0}: {2}")
    @CsvSource({"11, 0, 2.0", "11, 5, 1.05", "11, 10, 0.1", "1, 0, 2.0"})
    void fallsToATwentieth(int rounds, int round, double rate) {
        assertThat(new CosineDecay(2.0, rounds).at(round)).isCloseTo(rate, within(1e-12));
        assertThat(new CosineDecay(2.0, rounds).schedule().valueAt(999, round)).isCloseTo(rate, within(1e-12));
    }
}
