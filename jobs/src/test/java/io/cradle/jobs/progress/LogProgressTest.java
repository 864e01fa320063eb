package io.cradle.jobs.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogProgressTest {
    private final List<String> lines = new ArrayList<>();
    private long now;
    private final Progress progress = new LogProgress(() -> now, lines::add);

    private void pass(double seconds) {
        now += (long) (seconds * 1e9);
    }

    @Test
    void aLineEveryFewSecondsHasDoneTotalRateAndTimeLeft() {
        progress.stage("Generate", 600);
        pass(1);
        progress.advance(30);
        pass(5);
        progress.advance(90);
        pass(1);
        progress.advance(1);
        pass(13);
        progress.done();
        assertThat(lines)
                .containsExactly(
                        "Generate 0/600", "Generate 120/600 (20 %), 20.0/s, 24 s left", "Generate done: 121 in 20.0 s");
    }

    @Test
    void aStageEndsTheOneBefore() {
        progress.stage("Generate", 2);
        pass(2);
        progress.advance(2);
        progress.stage("Train", 0);
        pass(6);
        progress.advance(3);
        progress.done();
        progress.done();
        assertThat(lines)
                .containsExactly(
                        "Generate 0/2",
                        "Generate done: 2 in 2.0 s",
                        "Train",
                        "Train 3, 0.5/s",
                        "Train done: 3 in 6.0 s");
    }

    @Test
    void aStageThatTurnsOutLongerCountsAgainstTheNewTotal() {
        progress.stage("Curate", 0);
        progress.extend(4);
        progress.extend(4);
        pass(6);
        progress.advance(2);
        assertThat(lines).containsExactly("Curate", "Curate 2/8 (25 %), 0.3/s, 18 s left");
    }

    @Test
    void whatIsNotedStandsBesideTheStageUntilItEnds() {
        progress.stage("Train", 100);
        pass(6);
        progress.note("VAL 12.3 bits/frame");
        progress.advance(50);
        progress.stage("Evaluate", 0);
        assertThat(lines)
                .containsExactly(
                        "Train 0/100",
                        "Train 50/100 (50 %), 8.3/s, 6 s left, VAL 12.3 bits/frame",
                        "Train done: 50 in 6.0 s, VAL 12.3 bits/frame",
                        "Evaluate");
    }

    @Test
    void aSlowBeginIsForgottenAfterAMinuteAndForetellsNothing() {
        progress.stage("Generate", 40_000);
        pass(30);
        progress.advance(1);
        for (int line = 0; line < 13; line++) {
            pass(10);
            progress.advance(1000);
        }
        assertThat(lines)
                .startsWith(
                        "Generate 0/40000",
                        "Generate 1/40000 (0 %), 0.0/s",
                        "Generate 1001/40000 (2 %), 25.0/s, 26 min left")
                .endsWith("Generate 13001/40000 (32 %), 100.0/s, 4 min left");
    }

    @ParameterizedTest
    @CsvSource({"1, 100, 1, ', 99 s left'", "1, 100, 0.01, ', 2.8 h left'", "1, 101, 1, ''", "5, 10, 0, ''"})
    void timeLeftIsToldInAFewDigitsOrNotAtAll(long steps, long total, double rate, String left) {
        assertThat(Pace.left(steps, total, rate)).isEqualTo(left);
    }

    @Test
    void whatFailedIsNotSaidToBeDone() {
        progress.stage("Train", 40);
        pass(36.5);
        progress.failed();
        progress.done();
        assertThat(lines).containsExactly("Train 0/40", "Train failed after 36.5 s");
    }

    @Test
    void withoutAStageNothingIsSaid() {
        pass(10);
        progress.advance(3);
        progress.done();
        assertThat(lines).isEmpty();
    }
}
