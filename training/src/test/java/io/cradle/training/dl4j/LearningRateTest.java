package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearningRateTest {
    @ParameterizedTest(name = "step {1} of {0}: {2}")
    @CsvSource({"11, 0, 2.0", "11, 5, 1.05", "11, 10, 0.1", "11, 99, 0.1", "1, 0, 2.0"})
    void fallsToATwentiethAndStaysThere(int steps, int step, double rate) {
        assertThat(new LearningRate(2, 0, steps).at(step)).isCloseTo(rate, within(1e-12));
        assertThat(new LearningRate(2, 0, steps).valueAt(step, 999)).isCloseTo(rate, within(1e-12));
    }

    @ParameterizedTest(name = "step {0}: {1}")
    @CsvSource({"0, 0.5", "1, 1.0", "2, 1.5", "3, 2.0", "8, 1.05", "13, 0.1"})
    void warmsUpInEqualParts(int step, double rate) {
        assertThat(new LearningRate(2, 3, 14).at(step)).isCloseTo(rate, within(1e-12));
    }

    @Test
    void aWarmUpOfTheWholeTrainingIsRefused() {
        assertThatThrownBy(() -> new LearningRate(2, 5, 5)).hasMessageContaining("warmup=5, steps=5");
        assertThatThrownBy(() -> new LearningRate(Double.POSITIVE_INFINITY, 0, 5))
                .hasMessageContaining("most=Infinity");
    }
}
