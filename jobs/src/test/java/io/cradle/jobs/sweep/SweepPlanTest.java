package io.cradle.jobs.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static final Range RATE = new Range(0.001, 0.1, true, false);

    private static SweepPlan plan(Map<String, List<String>> grid, Map<String, Range> random, int draws) {
        return new SweepPlan(new TreeMap<>(grid), new TreeMap<>(random), draws, 1, List.of(0.25, 0.5), 0.5);
    }

    @Test
    void everyCombinationOfTheGridIsTriedOnce() {
        List<Trial> trials = plan(Map.of("a.b", List.of("1", "2"), "c", List.of("x", "y", "z")), Map.of(), 7)
                .trials();
        assertThat(trials).hasSize(6).extracting(Trial::number).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(new HashSet<>(trials.stream().map(Trial::settings).toList())).hasSize(6);
        assertThat(trials.get(3).name()).isEqualTo("004-b=2,c=x");
    }

    @Test
    void drawsAreTheSameForTheSameSeedAndSpreadOverTheRange() {
        List<Trial> trials =
                plan(Map.of(), Map.of("train.learningRate", RATE), 400).trials();
        assertThat(trials)
                .isEqualTo(
                        plan(Map.of(), Map.of("train.learningRate", RATE), 400).trials());
        List<Double> rates = trials.stream()
                .map(trial -> Double.parseDouble(trial.settings().get("train.learningRate")))
                .toList();
        assertThat(rates).allMatch(rate -> rate >= 0.001 && rate <= 0.1);
        assertThat(rates.stream().filter(rate -> rate < 0.01).count()).isBetween(150L, 250L);
    }

    @Test
    void wholeNumbersAreDrawnWhole() {
        assertThat(plan(Map.of(), Map.of("train.localSteps", new Range(5, 9, false, true)), 50)
                        .trials())
                .extracting(trial -> trial.settings().get("train.localSteps"))
                .containsOnly("5", "6", "7", "8", "9");
    }

    @Test
    void theBestComesFirstAndWhatFailedLast() {
        List<Trial> trials =
                plan(Map.of("c", List.of("x", "y", "z")), Map.of(), 1).trials();
        List<Standing> standings = List.of(
                new Standing(trials.get(0), Double.POSITIVE_INFINITY),
                new Standing(trials.get(1), 3),
                new Standing(trials.get(2), 2));
        assertThat(Standing.ranked(standings))
                .extracting(each -> each.trial().number())
                .containsExactly(3, 2, 1);
    }

    /** Where the order at every rung is that at the end, halving ends with the best, however many there are. */
    @Property(tries = 200)
    void halvingFindsTheBestWhereRanksStay(@ForAll @IntRange(min = 1, max = 60) int trials, @ForAll long seed) {
        SweepPlan plan = plan(
                Map.of("c", IntStream.range(0, trials).mapToObj(String::valueOf).toList()), Map.of(), 1);
        List<Trial> left = plan.trials();
        List<Integer> order = new java.util.ArrayList<>(
                IntStream.rangeClosed(1, trials).boxed().toList());
        Collections.shuffle(order, new java.util.Random(seed));
        int trained = 0;
        for (int rung = 0; rung < plan.rungs().size(); rung++) {
            trained += left.size();
            left =
                    Standing.ranked(left.stream()
                                    .map(trial -> new Standing(trial, order.indexOf(trial.number())))
                                    .toList())
                            .stream()
                            .limit(plan.surviving(left.size()))
                            .map(Standing::trial)
                            .toList();
        }
        assertThat(left.get(0).number()).isEqualTo(order.get(0));
        assertThat(left.size()).isLessThanOrEqualTo((trials + 3) / 4 + 1);
        assertThat(trained).isLessThanOrEqualTo(trials + (trials + 1) / 2);
    }

    @Test
    void plansThatCannotBeAreRefused() {
        assertThatThrownBy(() -> plan(Map.of(), Map.of(), 1)).hasMessageContaining("Cannot sweep over nothing");
        assertThatThrownBy(() -> plan(Map.of("a", List.of()), Map.of(), 1)).hasMessageContaining("'a'");
        assertThatThrownBy(() -> plan(Map.of("a", List.of("1")), Map.of("a", RATE), 1))
                .hasMessageContaining("either in --grid or in --random");
        assertThatThrownBy(() -> plan(Map.of("a", List.of("1")), Map.of(), 0)).hasMessageContaining("draws=0");
        assertThatThrownBy(() -> plan(Map.of(), Map.of("a", RATE), 20_000)).hasMessageContaining("20000 trainings");
        assertThatThrownBy(() -> new SweepPlan(
                        new TreeMap<>(Map.of("a", List.of("1"))), new TreeMap<>(), 1, 1, List.of(0.5, 0.2), 0.5))
                .hasMessageContaining("rungs=[0.5, 0.2]");
        assertThatThrownBy(() -> new Range(0, 1, true, false)).hasMessageContaining("from=0.0, to=1.0, log=true");
    }
}
