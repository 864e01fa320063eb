package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShowPageTest {
    @Test
    void channelsAreScaledBackToPhysicalUnits() {
        Episode episode = Balls.episode(20, 1);
        Chart metres = new Channels(episode).charts().get(0).chart();

        assertThat(metres.yLabel()).isEqualTo("proprio (m)");
        assertThat(metres.xLabel()).isEqualTo("Time (s)");
        assertThat(metres.x().get(10)).isEqualTo(1.0);
        assertThat(metres.lines()).extracting(Chart.Line::label).containsExactly("ball:x", "ball:y");
        assertThat(metres.lines().get(1).values()).allMatch(height -> height > 0.7 && height < 4.3);
    }

    @Test
    void unitsAreNotMixedInOneChart() {
        assertThat(new Channels(Samples.sensors().samples().get(0)).charts())
                .extracting(Channels.Named::unit)
                .containsExactly("rad", "rad/s", "N m");
    }

    @Test
    void whatWasNotMeasuredIsAGap() {
        Chart velocity =
                new Channels(Samples.sensors().samples().get(0)).charts().get(1).chart();

        assertThat(velocity.lines().get(0).values().stream().filter(Objects::isNull))
                .hasSize(61);
    }

    @Test
    void unevenTimeIsTakenFromTheStampsAndStartsAtZero() {
        Chart position =
                new Channels(Samples.sensors().samples().get(0)).charts().get(0).chart();

        assertThat(position.x().get(0)).isZero();
        assertThat(position.x().get(1)).isBetween(0.005, 0.006);
        assertThat(position.x()).isSorted();
    }

    @Test
    void aSensorTableHasNoFramesAndSaysItsRateIsUneven() {
        String html = ShowPage.render(Samples.sensors());

        assertThat(html).contains("4 episodes of pendulum", "uneven", "rad/s").doesNotContain("id=\"frames\"");
    }

    @Test
    void aTableWithFramesShowsThem() {
        String html = ShowPage.render(Samples.frames());

        assertThat(html).contains("id=\"frames\"", "data:image/gif;base64,", "16 × 16", "10 Hz");
    }

    @Test
    void framesThatCannotBeDrawnAreLeftOut() {
        ShowInput input = Samples.frames();
        List<Episode> bare = input.samples().stream()
                .map(episode ->
                        new Episode(episode.id(), List.of(episode.require(Layout.PROPRIO)), episode.provenance()))
                .toList();

        assertThat(ShowPage.render(new ShowInput(input.dataset(), input.layout(), bare, List.of())))
                .doesNotContain("id=\"frames\"")
                .contains("id=\"channels\"");
    }
}
