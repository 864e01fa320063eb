package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CardPageTest {
    @Test
    void bothFormsHaveTheSameParts() {
        CardInput card = Cards.frames("bounce");

        assertThat(CardPage.html(card))
                .contains("<h1>bounce</h1>", "data:image/gif;base64,", "Statistics of TRAIN", ">proprio.ball:x<")
                .contains("world&#x3D;Bounce", "frozen", "cradle files runs/quickstart/rollouts", "Not filled in")
                .contains("VAL", "2\u202f000", "10 Hz");
        assertThat(CardPage.markdown(card))
                .startsWith("---\npretty_name: \"bounce\"\nlicense: unknown # fill in\nsize_categories:\n- 1K<n<10K\n")
                .contains("# bounce", "![Frames of 3 episodes](episodes.gif)", "## Statistics of TRAIN")
                .contains("| proprio.ball:x |  | ", "## Curation", "world=Bounce", "| frozen | 96 |")
                .contains("cradle files runs/quickstart/rollouts", "## Limits", "## Licence\n\nFill in");
    }

    @Test
    void withoutFramesThereArePlotsAndTheCardSaysSo() {
        CardInput card = Cards.sensors();

        assertThat(CardPage.html(card))
                .contains("id=\"chart-channels-0\"", "There are no frames")
                .doesNotContain("id=\"frames\"");
        assertThat(CardPage.markdown(card)).doesNotContain("episodes.gif").contains("recorded by others (csv)");
    }

    @Test
    void limitsFollowFromTheFigures() {
        assertThat(Limits.of(Cards.sensors()))
                .contains(
                        "VAL has 0 episodes; a claim needs at least 6.",
                        "TEST has 0 episodes; a claim needs at least 6.",
                        "Channels that were not measured, or were no number, at some steps of TRAIN: proprio.velocity.",
                        "No selection was given: it is described as it was made, with whatever curation would leave out.")
                .anyMatch(limit -> limit.startsWith("Channels that never change in TRAIN: valid.position"));
        assertThat(Limits.of(Cards.frames("bounce")))
                .contains("5 episodes are further copies of others: curate it before it is learned from.")
                .anyMatch(limit -> limit.matches("2.000 episodes are simulated: .*"));
    }

    @Test
    void textsOfStrangersAreEscaped() {
        String hostile = "</script><script>alert(1)</script> | `x` [y](z) \"q\"\n# head";
        CardInput card = Cards.frames(hostile);

        assertThat(CardPage.html(card)).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
        String markdown = CardPage.markdown(card);
        assertThat(markdown.substring(markdown.indexOf("\n---\n"))).doesNotContain("<script>", "\n# head");
        assertThat(markdown)
                .contains("pretty_name: \"</script><script>alert(1)</script> | `x` [y](z) \\\"q\\\"\\n# head\"")
                .contains("\\<script\\>alert(1)\\</script\\> \\| \\`x\\` \\[y\\](z)");
    }

    @Test
    void aCommandCanBeCopiedWhateverThePathIs() {
        assertThat(Markdown.shell("data/bounce")).isEqualTo("data/bounce");
        assertThat(Markdown.shell("it's here\n```")).isEqualTo("'it'\\''s here?```'");
    }

    @Test
    void noTrainIsNoStatisticsSection() {
        CardInput frames = Cards.frames("bounce");
        CardInput bare = new CardInput(
                frames.name(),
                frames.dataset(),
                new TreeMap<>(Map.of("dream", 2000L)),
                0,
                frames.layout(),
                frames.tensorBytesPerStep(),
                frames.samples(),
                Cards.none(),
                Optional.empty(),
                frames.lineage());

        assertThat(CardPage.html(bare))
                .doesNotContain("id=\"statistics\"", "id=\"curation\"")
                .contains("dreamt");
        assertThat(CardPage.markdown(bare)).doesNotContain("## Statistics", "## Curation");
    }
}
