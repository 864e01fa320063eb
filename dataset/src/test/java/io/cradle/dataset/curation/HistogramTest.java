package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {
    @Property(tries = 100)
    void mergingHalvesEqualsCountingTheWholeAndSharesSumToOne(
            @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -9, max = 9) Double> values,
            @ForAll @IntRange(max = 50) int cutAt) {
        int cut = Math.min(cutAt, values.size());
        Histogram halves = of(values.subList(0, cut)).add(of(values.subList(cut, values.size())));
        assertThat(halves.before()).isEqualTo(of(values).before());
        assertThat(halves.after()).isEqualTo(of(values).after());
        assertThat(halves.before().stream().mapToDouble(Double::doubleValue).sum())
                .isCloseTo(1, within(1e-9));
    }

    private static Histogram of(List<Double> values) {
        Histogram histogram = new Histogram(-3, 3);
        values.forEach(value -> histogram.add(value, value > 0 ? 2 : 0));
        return histogram;
    }

    @Test
    void whatLiesBeyondCountsInTheOutermostBins() {
        Histogram histogram = new Histogram(0, 1).add(-5, 1).add(1, 0).add(7, 0);
        assertThat(histogram.before().get(0)).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(histogram.before().get(Histogram.BINS - 1)).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(histogram.after().get(0)).isOne();
    }

    @Test
    void endsMustAscend() {
        assertThatThrownBy(() -> new Histogram(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid histogram from 1.0 to 1.0: the ends must ascend");
    }

    @Test
    void scoresWithoutSpreadHaveNone() {
        Population population = new Population();
        List<Score> both = List.of(Score.STEPS, Score.INK);
        for (double ink = 0; ink < 10; ink++) {
            population.add(Scores.of(Map.of(Score.STEPS, 50.0, Score.INK, ink)), both);
        }
        Histograms histograms =
                Histograms.over(population).add(Scores.of(Map.of(Score.STEPS, 50.0, Score.INK, 4.0)), 1);
        assertThat(histograms.add(Histograms.over(population)).asMap()).containsOnlyKeys(Score.INK);
        assertThat(histograms.asMap().get(Score.INK).after()).contains(1.0);
    }
}
