package io.cradle.dataset.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScorerTest {
    private static final Scoring SCORING = new Scoring(0.002, 16, 64);
    private static final int STEPS = 20;
    private static final List<String> OBSERVED = List.of(Layout.FRAME, Layout.PROPRIO);

    @Test
    void faultsAreCountedElementByElement() {
        Episode episode = Specimens.withValue(Specimens.clean(1, STEPS), Layout.PROPRIO, 2, 0, Float.NaN);
        episode = Specimens.withValue(episode, Layout.PROPRIO, 3, 1, 5);
        episode = Specimens.withValue(episode, Layout.ACTION, 3, 0, -5);
        assertThat(score(episode).asMap())
                .containsEntry(Score.STEPS, 20.0)
                .containsEntry(Score.NON_FINITE, 1.0)
                .containsEntry(Score.OUT_OF_RANGE, 2.0)
                .containsEntry(Score.STILL_STEPS, 1.0)
                .containsEntry(Score.INK, 1.0 / 20);
    }

    @Property(tries = 50)
    void oneValueThatIsNotFiniteIsFoundAnywhere(
            @ForAll @IntRange(max = STEPS - 1) int t, @ForAll @IntRange(max = 2) int kind) {
        float value = List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)
                .get(kind);
        for (String name : List.of(Layout.PROPRIO, Layout.ACTION)) {
            Episode episode = Specimens.withValue(Specimens.clean(t, STEPS), name, t, 0, value);
            assertThat(score(episode).require(Score.NON_FINITE)).isOne();
            assertThat(score(episode).require(Score.OUT_OF_RANGE)).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(floats = {2.001f, -2.001f, Float.MAX_VALUE})
    void aValueOutsideTheDeclaredRangeIsFound(float value) {
        assertThat(score(Specimens.withValue(Specimens.clean(3, STEPS), Layout.PROPRIO, 7, 1, value))
                        .require(Score.OUT_OF_RANGE))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(floats = {2f, -2f})
    void theEndsOfTheRangeBelongToIt(float value) {
        assertThat(score(Specimens.withValue(Specimens.clean(3, STEPS), Layout.PROPRIO, 7, 1, value))
                        .require(Score.OUT_OF_RANGE))
                .isZero();
    }

    @Property(tries = 50)
    void aStretchInWhichNothingChangesIsAsLongAsItIsWhereverItStarts(
            @ForAll @IntRange(max = STEPS - 6) int from, @ForAll @IntRange(min = 1, max = 6) int length) {
        Episode still = Specimens.frozen(Specimens.clean(from, STEPS), from, from + length, OBSERVED);
        assertThat(score(still).require(Score.STILL_STEPS)).isEqualTo(length);
    }

    @Test
    void actionsAndTimeDoNotBringAFrozenEpisodeToLife() {
        Episode frozen = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, OBSERVED);
        assertThat(score(frozen).asMap())
                .containsEntry(Score.STILL_STEPS, (double) STEPS)
                .containsEntry(Score.IDLE_TAIL, STEPS - 1.0)
                .containsEntry(Score.MOTION, 0.0)
                .containsEntry(Score.TRAVEL, 0.0);
    }

    @Test
    void oneLivingObservationIsEnough() {
        Episode blind = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, List.of(Layout.FRAME));
        Episode numb = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, List.of(Layout.PROPRIO));
        assertThat(score(blind).require(Score.STILL_STEPS)).isOne();
        assertThat(score(numb).require(Score.STILL_STEPS)).isOne();
    }

    @Test
    void whatWasNotMeasuredIsNeitherBadNorAlive() {
        Episode frozen = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, OBSERVED);
        for (int t = 1; t < STEPS; t += 2) {
            frozen = Specimens.withValue(frozen, Layout.PROPRIO, t, 1, t % 4 == 1 ? 9 : Float.NaN);
            frozen = Specimens.withBit(frozen, Layout.VALID, t, 0, false);
        }
        assertThat(score(frozen).asMap())
                .containsEntry(Score.NON_FINITE, 0.0)
                .containsEntry(Score.OUT_OF_RANGE, 0.0)
                .containsEntry(Score.STILL_STEPS, (double) STEPS)
                .containsEntry(Score.TRAVEL, 0.0);
    }

    @Test
    void anEpisodeWithoutObservationsHasNoScoreOfThem() {
        Episode clean = Specimens.clean(1, STEPS);
        Episode driven = Specimens.episode(1, List.of(clean.require(Layout.ACTION)));
        assertThat(score(driven).asMap())
                .containsEntry(Score.STILL_STEPS, 0.0)
                .containsEntry(Score.IDLE_TAIL, 0.0)
                .containsOnlyKeys(
                        Score.STEPS, Score.NON_FINITE, Score.OUT_OF_RANGE, Score.STILL_STEPS, Score.IDLE_TAIL);
    }

    private static Scores score(Episode episode) {
        return Scorer.score(episode, SCORING);
    }
}
