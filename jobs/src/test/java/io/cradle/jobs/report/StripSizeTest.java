package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripSizeTest {
    @ParameterizedTest(name = "{0} frames, {1} pixels wide -> {2} a pixel")
    @CsvSource({"23, 16, 3", "5, 16, 6", "23, 32, 2", "100, 16, 2", "40, 8, 4"})
    void everyPixelIsAWholeNumberOfCssPixelsAndAtLeastTwo(int frames, int width, int scale) {
        StripSize size = StripSize.of(new Scene(frames, 16, width, (t, y, x) -> 0));

        assertThat(size.pitch()).isEqualTo((width + 1) * scale);
        assertThat(size.height()).isEqualTo(16 * scale);
        assertThat(size.width()).isEqualTo(frames * size.pitch() - size.gap());
    }
}
