package io.cradle.dataset.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StatisticsTest {
    private static StatisticsReport of(List<Episode> episodes) {
        Statistics sum = new Statistics(Logs.LAYOUT);
        episodes.forEach(sum::add);
        return sum.report();
    }

    private static ChannelSummary channel(StatisticsReport report, String tensor, String channel) {
        return report.tensors().stream()
                .filter(each -> each.tensor().equals(tensor))
                .flatMap(each -> each.channels().stream())
                .filter(each -> each.name().equals(channel))
                .findFirst()
                .orElseThrow();
    }

    /** Two steps: half of the pixels are ink, then none; the force fails at the first, and is no number at the second. */
    private static Episode small() {
        boolean[] ink = new boolean[30];
        IntStream.of(0, 1, 2, 3, 14).forEach(pixel -> ink[pixel] = true);
        return Logs.episode(
                1,
                ink,
                new float[] {1, 7, 3, Float.NaN},
                new boolean[] {false, true},
                new long[] {5_000_000_000L, 5_250_000_000L},
                new byte[] {0, 0, 0, (byte) 255, 4, 4, 4, 4});
    }

    @Test
    void figuresAreThoseOfTheNumbersThatWereMeasured() {
        StatisticsReport report = of(List.of(small()));

        assertThat(report.episodes()).isEqualTo(1);
        assertThat(report.steps()).isEqualTo(2);
        ChannelSummary angle = channel(report, "proprio", "angle");
        assertThat(angle.unit()).isEqualTo("rad");
        assertThat(angle.count()).isEqualTo(2);
        Figures known = angle.figures().orElseThrow();
        assertThat(known.mean()).isEqualTo(2);
        assertThat(known.std()).isEqualTo(1);
        assertThat(known.min()).isEqualTo(1);
        assertThat(known.max()).isEqualTo(3);
        assertThat(known.quantiles()).containsOnlyKeys("q01", "q05", "q25", "q50", "q75", "q95", "q99");
    }

    @Test
    void whatIsMissingAndWhatIsNoNumberIsCountedApart() {
        ChannelSummary force = channel(of(List.of(small())), "proprio", "force");

        assertThat(List.of(force.count(), force.missing(), force.nonFinite())).containsExactly(0L, 1L, 1L);
        assertThat(force.figures()).isEmpty();
    }

    @Test
    void theMaskItselfIsNeverMissing() {
        ChannelSummary mask = channel(of(List.of(small())), "valid", "force");

        assertThat(mask.missing()).isZero();
        assertThat(mask.figures().orElseThrow().mean()).isEqualTo(0.5);
    }

    @Test
    void aFrameIsItsShareOfInkAndAPictureItsMeanLevel() {
        StatisticsReport report = of(List.of(small()));

        Figures ink = channel(report, "lcd", "ink").figures().orElseThrow();
        assertThat(ink.max()).isEqualTo(5 / 15.0);
        assertThat(ink.min()).isZero();
        Figures level = channel(report, "level", "mean of 4 elements").figures().orElseThrow();
        assertThat(level.max()).isEqualTo(255 / 4.0);
        assertThat(level.min()).isEqualTo(4);
    }

    @Test
    void stampsAreToldAsIntervals() {
        ChannelSummary interval = channel(of(List.of(small(), small())), "time", "interval");

        assertThat(interval.unit()).isEqualTo("s");
        assertThat(interval.count()).isEqualTo(2);
        assertThat(interval.figures().orElseThrow().max()).isEqualTo(0.25);
    }

    @Test
    void moreChannelsThanAnybodyReadsAreTheirMean() {
        List<Channel> many = IntStream.range(0, 600)
                .mapToObj(i -> new Channel("c" + i, "1", 0, 1))
                .toList();

        assertThat(View.of(TensorSpec.vector("wide", many, Scaling.NONE, 0, 1, 1)))
                .isEqualTo(View.MEAN);
        assertThat(View.of(TensorSpec.vector("narrow", many.subList(0, 512), Scaling.NONE, 0, 1, 1)))
                .isEqualTo(View.ELEMENTS);
        assertThat(View.of(new TensorSpec("one", Encoding.F32, List.of(), List.of(), Scaling.NONE, 0, 1, 1)))
                .isEqualTo(View.ELEMENTS);
        assertThat(View.of(new TensorSpec("time", Encoding.F32, List.of(), List.of(), Scaling.NONE, 0, 1, 1)))
                .isEqualTo(View.ELEMENTS);
    }

    @Test
    void noEpisodeIsNoFigures() {
        StatisticsReport none = new Statistics(new Layout(List.of(Logs.SENSOR))).report();

        assertThat(none.episodes()).isZero();
        assertThat(none.tensors().get(0).channels())
                .allMatch(channel -> channel.figures().isEmpty());
    }

    /** Few enough numbers that quantiles are exact: all of it is the same, to the last bit. */
    @Property(tries = 60)
    void mergingPartsIsTheWhole(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(max = 9) Integer> seeds,
            @ForAll @IntRange(min = 1, max = 7) int parts) {
        List<Episode> logs = IntStream.range(0, seeds.size())
                .mapToObj(i -> Logs.log(seeds.get(i), 10 + i))
                .toList();
        Statistics merged = new Statistics(Logs.LAYOUT);
        for (int part = parts - 1; part >= 0; part--) {
            Statistics sum = new Statistics(Logs.LAYOUT);
            for (int i = part; i < logs.size(); i += parts) {
                sum.add(logs.get(i));
            }
            merged.add(sum);
        }

        assertThat(merged.report()).isEqualTo(of(logs));
    }
}
