package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowerTest {
    private static Stretch segment(int steps) {
        return Stretch.of(Addresses.segment("e", 256, steps));
    }

    @ParameterizedTest(name = "{0} steps -> {1} windows")
    @CsvSource({"1, 0", "7, 0", "8, 1", "11, 1", "12, 2"})
    void countsOnlyWindowsThatFit(int steps, int windows) {
        assertThat(Windower.cut(segment(steps), new WindowSpec(6, 2, 4))).hasSize(windows);
    }

    @Property(tries = 300)
    void windowsAreEvenlySpacedAllFitAndNoneIsMissed(
            @ForAll @IntRange(min = 1, max = 256) int steps,
            @ForAll @IntRange(min = 1, max = 20) int prompt,
            @ForAll @IntRange(min = 1, max = 20) int horizon,
            @ForAll @IntRange(min = 1, max = 50) int stride) {
        WindowSpec spec = new WindowSpec(prompt, horizon, stride);
        List<WindowAddress> windows = Windower.cut(segment(steps), spec);

        int length = prompt + horizon;
        assertThat(windows).hasSize(steps < length ? 0 : (steps - length) / stride + 1);
        assertThat(Windower.count(segment(steps), spec)).isEqualTo(windows.size());
        for (int i = 0; i < windows.size(); i++) {
            assertThat(windows.get(i)).isEqualTo(new WindowAddress(segment(steps), i * stride, length));
        }
    }

    @Property(tries = 300)
    void bordersOfSegmentsLoseNoWindow(
            @ForAll @IntRange(min = 1, max = 100) int steps,
            @ForAll @IntRange(min = 1, max = 40) int most,
            @ForAll @IntRange(min = 1, max = 20) int prompt,
            @ForAll @IntRange(min = 1, max = 5) int stride) {
        WindowSpec spec = new WindowSpec(prompt, 1, stride);
        List<WindowAddress> whole = Windower.cut(Addresses.stretch("e", steps, steps), spec);
        List<WindowAddress> cut = Windower.cut(Addresses.stretch("e", steps, most), spec);

        assertThat(cut)
                .extracting(WindowAddress::firstStep)
                .isEqualTo(whole.stream().map(WindowAddress::firstStep).toList());
        for (WindowAddress window : cut) {
            int end = window.firstStep() + window.steps();
            assertThat(window.stretch().segments())
                    .as("those that hold a step of it, no others")
                    .allMatch(segment -> segment.firstStep() < end && segment.end() > window.firstStep());
            assertThat(window.stretch().firstStep()).isLessThanOrEqualTo(window.firstStep());
            assertThat(window.stretch().firstStep() + window.stretch().steps()).isGreaterThanOrEqualTo(end);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 2, 1", "1, 0, 1", "1, 2, 0", "1, -1, 1"})
    void windowsOfNoLengthOrStrideAreRefusedWithTheConfKey(int prompt, int horizon, int stride) {
        assertThatThrownBy(() -> new WindowSpec(prompt, horizon, stride))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("prompt=" + prompt, "horizon=" + horizon, "stride=" + stride, "'windows'");
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 0", "9, 2", "2147483647, 1", "5, 2147483647"})
    void anAddressOutsideItsStretchIsRefused(int start, int steps) {
        assertThatThrownBy(() -> new WindowAddress(segment(10), start, steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of episode 'e': there are 10 steps");
    }

    @Test
    void aWindowMayEndWithItsSegment() {
        assertThat(new WindowAddress(segment(10), 8, 2).firstStep()).isEqualTo(264);
    }
}
