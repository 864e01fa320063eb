package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.score.Score;
import io.cradle.jobs.report.CurationInput.Stratum;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurationPageTest {
    private static final CurationInput INPUT = Samples.curation();
    private static final String PAGE = CurationPage.render(INPUT);

    @Test
    void theFirstLineSaysHowManyStay() {
        assertThat(PAGE)
                .contains("<h1>1\u202f871 of 2\u202f012 episodes stay</h1>", "of 1\u202f480 episodes by their weights");
    }

    @Test
    void everyReasonHasItsCountAndItsExamples() {
        assertThat(PAGE)
                .contains("<td>frozen</td>", "<h3 class=\"reason\">frozen</h3>", "stillSteps\u00a050")
                .contains("<h3 class=\"reason\">near duplicate</h3>");
    }

    @Test
    void anEpisodeWithoutFramesIsDrawnAsLines() {
        assertThat(PAGE)
                .contains("<title>position</title>")
                .contains("<span>proprio (rad)</span><span>position</span>");
    }

    @Test
    void scoresThatDoNotDifferAreOnlyNamed() {
        assertThat(PAGE).contains("The same for all: nonFinite\u00a00").doesNotContain("Distribution of nonFinite");
    }

    @Test
    void sharesAfterAreByWeight() {
        StratumView rare = StratumView.of(INPUT.strata()).get(1);
        assertThat(rare.name()).isEqualTo("world=Urchin, contact >= 0.2");
        assertThat(rare.shareBefore()).isEqualTo("10\u202f%");
        assertThat(rare.shareAfter()).isEqualTo("50\u202f%");
        assertThat(PAGE).contains("contact &gt;&#x3D; 0.2");
    }

    @Test
    void ofManyStrataTheSmallestAreOnlyCounted() {
        List<Stratum> many = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            many.add(new Stratum("s" + i, i + 1, 1, 1));
        }
        assertThat(StratumView.of(many))
                .hasSize(60)
                .first()
                .extracting(StratumView::name)
                .isEqualTo("s69");
        assertThat(StratumView.more(many)).isEqualTo("10 smaller strata are not shown.");
        assertThat(StratumView.more(many.subList(0, 60))).isNull();
    }

    @Test
    void aHistogramIsAStaircaseThatEndsWhereItBegan() {
        HistogramView motion = HistogramView.of(Score.MOTION, INPUT.histograms().get(Score.MOTION));
        assertThat(motion.before()).startsWith("M0 96V").endsWith("H320.0V96Z");
        assertThat(motion.low()).isEqualTo("0");
    }

    @Test
    void aSelectionThatKeepsAllHasNoExamples() {
        CurationInput all = new CurationInput(
                "t@0", "s@0", Map.of(ReportInput.KEPT, 3L), List.of(), Map.of(), Map.of(), List.of(), 3, 3, List.of());
        assertThat(CurationPage.render(all))
                .contains("3 of 3 episodes stay", "nothing was found wrong")
                .doesNotContain("id=\"examples\"", "id=\"strata\"", "id=\"histograms\"");
    }
}
