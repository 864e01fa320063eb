package io.cradle.dataset.balance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cradle.dataset.curation.Population;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0     | contact < 0.01",
                "0.01  | contact 0.01 to 0.25",
                "0.249 | contact 0.01 to 0.25",
                "0.25  | contact >= 0.25",
                "7     | contact >= 0.25"
            })
    void aNameSaysBetweenWhichEdgesAScoreLies(double contact, String name) {
        Strata strata = new Strata(List.of(new Cut("contact", List.of(0.01, 0.25), null)));
        assertThat(stratum(strata, Map.of(Score.CONTACT, contact))).isEqualTo(name);
    }

    @Test
    void cutsTogetherMakeOneName() {
        Strata strata = new Strata(List.of(
                new Cut("world", null, null),
                new Cut("source", null, null),
                new Cut("policy", null, null),
                new Cut("motion", List.of(0.5), null)));
        assertThat(stratum(strata, Map.of(Score.MOTION, 0.1)))
                .isEqualTo("world=Urchin, source=rollout, policy=uniform, motion < 0.5");
        assertThat(stratum(strata, Map.of())).isEqualTo("world=Urchin, source=rollout, policy=uniform, motion none");
    }

    @Test
    void quantilesMakePartsOfAboutTheSameSize() {
        Population population = new Population();
        DoubleStream.iterate(1, value -> value + 1).limit(1000).forEach(value -> add(population, value));
        Strata strata = Strata.of(List.of(new Cut("steps", null, 4)), population);
        Map<String, Long> counts = IntStream.rangeClosed(1, 1000)
                .mapToObj(value -> stratum(strata, Map.of(Score.STEPS, (double) value)))
                .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
        assertThat(counts).hasSize(4);
        assertThat(counts.values()).allMatch(count -> count >= 245 && count <= 255);
    }

    @Test
    void equalQuantilesAreOneEdge() {
        Population population = new Population();
        IntStream.range(0, 100).forEach(i -> add(population, i < 90 ? 0 : 1));
        Strata strata = Strata.of(List.of(new Cut("steps", null, 4)), population);
        assertThat(strata.cuts().get(0).edges()).containsExactly(0.0);
        assertThat(stratum(strata, Map.of(Score.STEPS, 0.0))).isEqualTo("steps >= 0");
    }

    @Test
    void quantilesOfNothingAreOneEdgeAtZero() {
        Strata strata = Strata.of(List.of(new Cut("surprise", null, 4)), new Population());
        assertThat(stratum(strata, Map.of())).isEqualTo("surprise none");
    }

    private static void add(Population population, double steps) {
        population.add(Scores.of(Map.of(Score.STEPS, steps)), List.of(Score.STEPS));
    }

    private static String stratum(Strata strata, Map<Score, Double> scores) {
        return strata.of("Urchin", "rollout", "uniform", Scores.of(scores));
    }

    @Test
    void cutsThatMakeNoSenseAreRefused() {
        assertThatThrownBy(() -> new Cut("colour", null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "Invalid balance.strata by=colour: no column or score; there are [world, source, policy] and [steps,");
        assertThatThrownBy(() -> new Cut("contact", List.of(0.2, 0.1), null))
                .hasMessage("Invalid balance.strata edges=[0.2, 0.1] of 'contact': must ascend");
        assertThatThrownBy(() -> new Cut("world", null, 4))
                .hasMessage(
                        "Invalid balance.strata by=world, edges=[], quantiles=4: a column takes neither edges nor quantiles, a score one of them");
        assertThatThrownBy(() -> new Cut("contact", null, null)).hasMessageContaining("a score one of them");
        assertThatThrownBy(() -> new Cut("contact", List.of(0.5), 3)).hasMessageContaining("a score one of them");
        assertThatThrownBy(() -> new Cut("contact", null, 1)).hasMessageContaining("from 2 to 100 parts");
    }
}
