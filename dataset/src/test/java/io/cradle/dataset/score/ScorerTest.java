package io.cradle.dataset.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
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

    @Test
    void aContactBeginsOnceAndBodiesCountAmongThemselves() {
        TensorSpec spec =
                new TensorSpec(Layout.CONTACTS, Encoding.BITS, List.of(2, 3), List.of(), Scaling.NONE, 0, 1, 10);
        boolean[] touches = new boolean[5 * 6];
        touch(touches, 1, 0, 1); // the bodies meet
        touch(touches, 2, 0, 1);
        touches[2 * 6 + 2] = true; // the first one hits the wall
        touches[4 * 6 + 5] = true; // so does the second
        assertThat(score(Specimens.episode(1, List.of(Tensor.ofBits(spec, touches))))
                        .asMap())
                .containsEntry(Score.CONTACT, 2.0 / 5)
                .containsEntry(Score.CONTACT_EVENTS, 3.0);
    }

    private static void touch(boolean[] touches, int t, int one, int other) {
        touches[t * 6 + one * 3 + other] = true;
        touches[t * 6 + other * 3 + one] = true;
    }

    @Test
    void aGapIsMeasuredInMediansAndTimeThatGoesBackIsCounted() {
        long[] stamps = {0, 10, 20, 60, 55, 65};
        assertThat(score(Specimens.episode(1, List.of(Tensor.ofLongs(Specimens.TIME, stamps))))
                        .asMap())
                .containsEntry(Score.LONGEST_GAP, 4.0)
                .containsEntry(Score.BACKWARDS, 1.0);
    }

    @Test
    void coverageIsTheShareOfBinsThatAreEntered() {
        float[] rising = new float[2 * 16];
        for (int t = 0; t < 16; t++) {
            rising[2 * t + 1] = -2 + t * 0.125f; // the lower half of the range, in steps of a thirty-second of it
        }
        Episode episode = Specimens.episode(1, List.of(Tensor.ofFloats(Specimens.PROPRIO, rising)));
        assertThat(score(episode).asMap())
                .containsEntry(Score.POSES, (1.0 / 16 + 8.0 / 16) / 2)
                .containsEntry(Score.SPEEDS, 1.0 / 16)
                .containsEntry(Score.TRAVEL, 0.125 / 4)
                .containsEntry(Score.STUCK_STEPS, 15.0)
                .containsEntry(Score.SATURATED, 1.0 / 16);
    }

    @Test
    void theTailIsIdleWhileSensorsHumNoMoreThanIsAllowed() {
        Episode still = Specimens.frozen(Specimens.clean(5, STEPS), 12, STEPS, OBSERVED);
        float rest = still.require(Layout.PROPRIO).value(STEPS - 1, 1);
        Episode hums = Specimens.withValue(still, Layout.PROPRIO, 16, 1, rest + 0.007f); // of a range of 4
        Episode twitches = Specimens.withValue(still, Layout.PROPRIO, 16, 1, rest + 0.009f);
        assertThat(score(hums).require(Score.IDLE_TAIL)).isEqualTo(7);
        assertThat(score(twitches).require(Score.IDLE_TAIL)).isEqualTo(2);
    }

    private static Scores score(Episode episode) {
        return Scorer.score(episode, SCORING);
    }
}
