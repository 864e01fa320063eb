package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InformationPageTest {
    @Test
    void aFrameIsWorthLessTheMoreIsKnown() {
        String html = InformationPage.render(Samples.information());
        assertThat(html)
                .contains("A frame of Bounce: 256 bits raw, ", " where what came before is known")
                .contains("id=\"tensor-lcd\"", "+ previous", "XOR, zstd 19", "seed")
                .contains("One step ahead on VAL: dense", "after TRAIN")
                .doesNotContain("id=\"omissions\"");
    }

    @Test
    void aSensorLogSaysWhatDoesNotApply() {
        String html = InformationPage.render(Samples.sensorInformation());
        assertThat(html)
                .contains("What a step of pendulum costs", "id=\"omissions\"", "the table has no frames")
                .doesNotContain("id=\"trial\"", "id=\"tensor-lcd\"");
    }

    @Test
    void namesAreEscaped() {
        InformationInput input = Samples.information();
        String html = InformationPage.render(
                new InformationInput("<script>@1", input.selection(), List.of("<b>"), input.cost(), input.trials()));
        assertThat(html).contains("&lt;script&gt;@1", "&lt;b&gt;").doesNotContain("<script>@1");
    }

    @Test
    void theTextHasALineForEachCodeAndEachRival() {
        InformationInput input = Samples.information();
        String text = InformationText.of(input);
        assertThat(text.lines())
                .hasSize(2
                        + input.cost().costs().size()
                        + 4
                        + input.trials().get(0).rivals().size())
                .anyMatch(line -> line.matches("lcd +raw +256\\.000 +32\\.000 +100\\.0%"))
                .anyMatch(line -> line.matches(
                        "spatial, after TRAIN +4\\.000 \\[3\\.500, 4\\.500] +-1\\.000 \\[-1\\.500, -0\\.500]"))
                .last()
                .isEqualTo("dense explains 66.7 % of copy-last's bits [60.0, 71.2]");
        assertThat(InformationPage.render(input)).contains("dense explains 66.7 % of copy-last", "[60.0, 71.2].");
    }

    @Test
    void theTextSaysWhatDoesNotApply() {
        assertThat(InformationText.of(Samples.sensorInformation()))
                .contains("Not for lcd: contexts in space and time, XOR of frames; the table has no frames")
                .contains("Not for time: order-0;");
    }
}
