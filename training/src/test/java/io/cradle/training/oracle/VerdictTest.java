package io.cradle.training.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {
    private static Filtered filtered(double effective, Double... bits) {
        return new Filtered("episode", 4096, List.of(bits), List.of(1000.0, effective, 4096.0));
    }

    @Test
    void bitsAreAMeanOverEpisodesAndTheWorstMomentCounts() {
        Verdict verdict = Verdict.of(
                List.of(filtered(1, 2.0, 4.0), filtered(1, 5.0)), List.of(filtered(80, 1.0, 3.0), filtered(60, 6.0)));

        assertThat(verdict).isEqualTo(new Verdict(4, 0, 60, 2));
        assertThat(verdict.isOracle()).isTrue();
    }

    @ParameterizedTest(name = "{0} bits, then {1}, of {2} particles: {3}")
    @CsvSource({
        "4.07, 4, 50, true",
        "3.93, 4, 50, true",
        "4.09, 4, 4096, false",
        "3.91, 4, 4096, false",
        "4.00, 4, 49.9, false",
        "4.00, 4, 50, true"
    })
    void anOracleIsSteadyAndNeverFollowedByFewParticles(double few, double many, double effective, boolean oracle) {
        Verdict verdict = Verdict.of(List.of(filtered(1, few)), List.of(filtered(effective, many)));

        assertThat(verdict.change()).isCloseTo(Math.abs(few - many) / many, within(1e-12));
        assertThat(verdict.isOracle()).isEqualTo(oracle);
    }

    @Test
    void episodesThatDoNotBelongTogetherAreRefused() {
        assertThatThrownBy(() -> Verdict.of(List.of(filtered(1, 2.0)), List.of(filtered(1, 2.0), filtered(1, 2.0))))
                .hasMessageContaining("1 and 2 episodes");
    }
}
