package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.evaluation.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({
        "0.123, 0.12",
        "9.999, 10.0",
        "12.345, 12.3",
        "-12.345, −12.3",
        "123.4, 123",
        "12345.6, 12\u202f346",
        "-0.001, 0.00"
    })
    void decimalsHaveAboutThreeDigits(double number, String text) {
        assertThat(Numbers.decimal(number)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"10, 10", "0, 0", "0.1, 0.1", "-3, −3", "1e15, 1e15", "62.5, 62.5"})
    void plainNumbersLookAsTheyWereWritten(double number, String text) {
        assertThat(Numbers.plain(number)).isEqualTo(text);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource({"9.4, 9.40 B", "0.25, 0.25 B", "48, 48 B", "2048, 2.00 KiB", "3145728, 3.00 MiB"})
    void bytesHaveAUnit(double bytes, String text) {
        assertThat(Numbers.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void intervalsAndSignsAreTypeset() {
        assertThat(Numbers.range(new Interval(0, -1.5, 2), 2)).isEqualTo("[−1.50, 2.00]");
        assertThat(Numbers.signed(0.5, 1)).isEqualTo("+0.5");
        assertThat(Numbers.share(0.048)).isEqualTo("4.8\u202f%");
        assertThat(Numbers.count(1_234_567)).isEqualTo("1\u202f234\u202f567");
    }

    @Test
    void aTerminalGetsAscii() {
        assertThat(new Figure("Bits", "−1\u202f234", "a · b").line()).isEqualTo("Bits: -1 234 (a | b)");
    }
}
