package io.cradle.dataset.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.episode.Split;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WindowerTest {
    private static SegmentAddress segment(int steps) {
        return new SegmentAddress("/t/part-0.parquet", 3, "e", 256, steps, Split.TRAIN);
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
        List<WindowAddress> windows = Windower.cut(segment(steps), new WindowSpec(prompt, horizon, stride));

        int length = prompt + horizon;
        assertThat(windows).hasSize(steps < length ? 0 : (steps - length) / stride + 1);
        for (int i = 0; i < windows.size(); i++) {
            assertThat(windows.get(i)).isEqualTo(new WindowAddress(segment(steps), i * stride, length));
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
    void anAddressOutsideItsSegmentIsRefused(int start, int steps) {
        assertThatThrownBy(() -> new WindowAddress(segment(10), start, steps))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("of episode 'e': the segment has 10 steps");
    }

    @Test
    void aWindowMayEndWithItsSegment() {
        assertThat(new WindowAddress(segment(10), 8, 2).steps()).isEqualTo(2);
    }
}
