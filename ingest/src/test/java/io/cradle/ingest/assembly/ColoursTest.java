package io.cradle.ingest.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FrameKind;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Ink;
import io.cradle.ingest.frame.Threshold;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Takes;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures in colour, {@code [H, W, C]}, become frames {@code [C, H, W]}. */
class ColoursTest {
    private static final int HEIGHT = 2;
    private static final int WIDTH = 3;

    @ParameterizedTest(name = "as PNG: {0}")
    @ValueSource(booleans = {false, true})
    void coloursAreTheOutermostAxis(boolean png) {
        Tensor frames = frames(png);
        assertThat(frames.spec().encoding()).isEqualTo(png ? Encoding.PNG : Encoding.U8);
        assertThat(frames.spec().shape()).containsExactly(3, HEIGHT, WIDTH);
        assertThat(frames.floats(0))
                .containsExactly(0, 1, 2, 3, 4, 5, 100, 101, 102, 103, 104, 105, 200, 201, 202, 203, 204, 205);
        assertThat(frames.floats(1))
                .containsExactly(6, 7, 8, 9, 10, 11, 106, 107, 108, 109, 110, 111, 206, 207, 208, 209, 210, 211);
    }

    @Test
    void bytesArePlanesOneAfterAnother() {
        assertThat(frames(false).bytes()).startsWith(0, 1, 2, 3, 4, 5, 100, 101).hasSize(2 * 3 * HEIGHT * WIDTH);
    }

    private static Tensor frames(boolean png) {
        FramesConfig frames =
                new FramesConfig("", FrameKind.RGB, HEIGHT, WIDTH, Crop.WHOLE, Threshold.OTSU, 128, Ink.BRIGHT, png);
        TakeConfig config = new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, frames, SplitsConfig.NONE);
        TakeFormat format = Takes.format(
                Takes.take("film", 25, List.of(), List.of(Takes.film(List.of(picture(0, 0), picture(6, 40_000_000))))));
        var recording = format.recordings().get(0);
        Survey survey = TakeSource.survey(format, config, recording, Findings.STRICT);
        return TakeSource.of(format, config, survey)
                .read(recording, Findings.STRICT)
                .toList()
                .get(0)
                .require(Layout.FRAME);
    }

    /** Red counts from {@code first} on, green is 100 more, blue 200. */
    private static Picture picture(int first, long time) {
        byte[] pixels = new byte[HEIGHT * WIDTH * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (first + 100 * (i % 3) + i / 3);
        }
        return new Picture(time, HEIGHT, WIDTH, 3, pixels);
    }
}
