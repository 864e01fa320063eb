package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CapabilityTest {
    @ParameterizedTest(name = "{0}.{1} {2}")
    @CsvSource({"3, 7, K80", "7, 0, V100", "7, 5, T4", "8, 0, A100", "8, 6, A10", "8, 9, L4"})
    void isServed(int major, int minor, String card) {
        assertThat(new Capability(major, minor, card).require().card()).isEqualTo(card);
    }

    @ParameterizedTest(name = "{0}.{1} {2}")
    @CsvSource({"2, 1, Fermi", "3, 5, K40", "9, 0, H100", "10, 0, B200", "12, 0, RTX 5090"})
    void isRefusedWithCardNumberAndRemedy(int major, int minor, String card) {
        assertThatThrownBy(() -> new Capability(major, minor, card).require())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Cannot train on card '%s': its compute capability is %d.%d", card, major, minor)
                .hasMessageContaining("code for 3.7 to 8.x alone; use a card such as V100");
    }
}
