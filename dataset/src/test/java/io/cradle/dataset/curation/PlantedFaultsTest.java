package io.cradle.dataset.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlantedFaultsTest {
    private static final CurationConfig CONFIG = new CurationConfig(8, 6);
    private static final int STEPS = 20;
    private static final List<String> OBSERVED = List.of(Layout.FRAME, Layout.PROPRIO);

    @Test
    void noCleanEpisodeIsDropped() {
        assertThat(LongStream.range(0, 200).mapToObj(seed -> Specimens.clean(seed, STEPS)))
                .allSatisfy(episode -> assertThat(judge(episode)).isEqualTo(new Verdict.Keep()));
    }

    @Property(tries = 50)
    void shortEpisodesAreTooShort(
            @ForAll @LongRange(max = 1000) long seed, @ForAll @IntRange(min = 1, max = 7) int steps) {
        assertThat(judge(Specimens.clean(seed, steps))).isEqualTo(new Verdict.Drop("too short"));
    }

    @Test
    void theShortestAllowedEpisodeStays() {
        assertThat(judge(Specimens.clean(1, 8))).isEqualTo(new Verdict.Keep());
    }

    @Property(tries = 50)
    void oneValueThatIsNotFiniteIsFoundAnywhere(
            @ForAll @IntRange(max = STEPS - 1) int t, @ForAll @IntRange(max = 2) int kind) {
        float value = List.of(Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY)
                .get(kind);
        assertThat(judge(Specimens.withValue(Specimens.clean(t, STEPS), Layout.PROPRIO, t, 1, value)))
                .isEqualTo(new Verdict.Drop("not a number"));
        assertThat(judge(Specimens.withValue(Specimens.clean(t, STEPS), Layout.ACTION, t, 0, value)))
                .isEqualTo(new Verdict.Drop("not a number"));
    }

    @ParameterizedTest
    @ValueSource(floats = {2.001f, -2.001f, Float.MAX_VALUE})
    void aValueOutsideTheDeclaredRangeIsFound(float value) {
        assertThat(judge(Specimens.withValue(Specimens.clean(3, STEPS), Layout.PROPRIO, 7, 1, value)))
                .isEqualTo(new Verdict.Drop("out of range"));
    }

    @ParameterizedTest
    @ValueSource(floats = {2f, -2f})
    void theEndsOfTheRangeBelongToIt(float value) {
        assertThat(judge(Specimens.withValue(Specimens.clean(3, STEPS), Layout.PROPRIO, 7, 1, value)))
                .isEqualTo(new Verdict.Keep());
    }

    @Property(tries = 50)
    void aFrozenStretchIsFoundWhereverItStarts(@ForAll @IntRange(max = STEPS - 6) int from) {
        Episode clean = Specimens.clean(from, STEPS);
        assertThat(judge(Specimens.frozen(clean, from, from + 6, OBSERVED))).isEqualTo(new Verdict.Drop("frozen"));
        assertThat(judge(Specimens.frozen(clean, from, from + 5, OBSERVED))).isEqualTo(new Verdict.Keep());
    }

    @Test
    void actionsAndTimeDoNotBringAFrozenEpisodeToLife() {
        Episode frozen = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, OBSERVED);
        assertThat(Scorer.score(frozen).require(Scores.STILL_STEPS)).isEqualTo(STEPS);
        assertThat(judge(frozen)).isEqualTo(new Verdict.Drop("frozen"));
    }

    @Test
    void oneLivingObservationIsEnough() {
        Episode blind = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, List.of(Layout.FRAME));
        Episode numb = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, List.of(Layout.PROPRIO));
        assertThat(judge(blind)).isEqualTo(new Verdict.Keep());
        assertThat(judge(numb)).isEqualTo(new Verdict.Keep());
    }

    @Test
    void whatWasNotMeasuredIsNeitherBadNorAlive() {
        Episode frozen = Specimens.frozen(Specimens.clean(5, STEPS), 0, STEPS, OBSERVED);
        for (int t = 1; t < STEPS; t += 2) {
            frozen = Specimens.withValue(frozen, Layout.PROPRIO, t, 1, t % 4 == 1 ? 9 : Float.NaN);
            frozen = Specimens.withBit(frozen, Layout.VALID, t, 0, false);
        }
        Scores scores = Scorer.score(frozen);
        assertThat(scores.require(Scores.NON_FINITE)).isZero();
        assertThat(scores.require(Scores.OUT_OF_RANGE)).isZero();
        assertThat(scores.require(Scores.STILL_STEPS)).isEqualTo(STEPS);
    }

    @Test
    void faultsAreCountedElementByElement() {
        Episode episode = Specimens.withValue(Specimens.clean(1, STEPS), Layout.PROPRIO, 2, 0, Float.NaN);
        episode = Specimens.withValue(episode, Layout.PROPRIO, 3, 1, 5);
        episode = Specimens.withValue(episode, Layout.ACTION, 3, 0, -5);
        assertThat(Scorer.score(episode).values())
                .containsEntry("steps", 20.0)
                .containsEntry("nonFinite", 1.0)
                .containsEntry("outOfRange", 2.0)
                .containsEntry("stillSteps", 1.0)
                .containsEntry("ink", 1.0 / 20);
    }

    @Test
    void anEpisodeWithoutObservationsIsNotCalledFrozen() {
        Episode clean = Specimens.clean(1, STEPS);
        Episode driven = Specimens.episode(1, List.of(clean.require(Layout.ACTION)));
        assertThat(Scorer.score(driven).values())
                .containsEntry("stillSteps", 0.0)
                .doesNotContainKey("ink");
        assertThat(judge(driven)).isEqualTo(new Verdict.Keep());
    }

    private static Verdict judge(Episode episode) {
        return Curator.judge(Scorer.score(episode), CONFIG);
    }
}
