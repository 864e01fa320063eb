package io.cradle.training.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static List<Round> rounds(Schedule schedule, int rounds, int localSteps) {
        TrainingConfig config = new TrainingConfig(
                Engine.CRADLE,
                2,
                rounds,
                localSteps,
                schedule,
                8,
                0,
                0.1,
                0,
                1,
                OuterConfig.AVERAGE,
                WatchConfig.NOTHING,
                0,
                1);
        return Round.of(config, config.rate()::at);
    }

    @Test
    void roundsAreAllAlikeUnlessTold() {
        assertThat(rounds(Schedule.CONSTANT, 3, 7))
                .containsExactly(new Round(0, 0, 7), new Round(1, 7, 7), new Round(2, 14, 7));
    }

    @Test
    void postLocalAveragesAfterEachMinibatchAtFirst() {
        List<Round> rounds = rounds(new Schedule(Schedule.Kind.POST_LOCAL, 0.25, 1), 10, 4);
        assertThat(rounds.subList(0, 10)).extracting(Round::steps).containsOnly(1);
        assertThat(rounds.subList(10, rounds.size() - 1))
                .extracting(Round::steps)
                .containsOnly(4);
    }

    @Test
    void quadraticRoundsGrowAsTheStepSizeDecays() {
        List<Round> rounds = rounds(new Schedule(Schedule.Kind.QSR, 0, 0.2), 50, 4);
        assertThat(rounds.get(0).steps()).isEqualTo(4);
        for (Round round : rounds.subList(0, rounds.size() - 1)) {
            double rate = new TrainingConfig(2, 50, 4, 8, 0.1, 1).rate().at(round.firstStep());
            assertThat(round.steps()).isEqualTo(Math.max(4, (int) Math.pow(0.2 / rate, 2)));
        }
        assertThat(rounds.get(rounds.size() - 2).steps()).isGreaterThan(100 / 4);
    }

    @Property(tries = 300)
    void theyFollowOneAnotherAndFillTheTraining(
            @ForAll Schedule.Kind kind,
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 30) int localSteps) {
        int step = 0;
        for (Round round : rounds(new Schedule(kind, 0.3, 0.3), count, localSteps)) {
            assertThat(round.firstStep()).isEqualTo(step);
            assertThat(round.steps()).isPositive();
            step = round.end();
        }
        assertThat(step).isEqualTo(count * localSteps);
    }

    @Test
    void whatIsLeftOfARoundBeginsWhereAForkStands() {
        Round round = new Round(3, 40, 20);
        assertThat(round.from(30)).isEqualTo(round);
        assertThat(round.from(40)).isEqualTo(round);
        assertThat(round.from(48)).isEqualTo(new Round(3, 48, 12));
    }

    @Test
    void schedulesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> new Schedule(Schedule.Kind.QSR, 2, 1))
                .hasMessageContaining("train.schedule.share=2.0");
        assertThatThrownBy(() -> new Schedule(Schedule.Kind.QSR, 0, 0)).hasMessageContaining("growth=0.0");
    }
}
