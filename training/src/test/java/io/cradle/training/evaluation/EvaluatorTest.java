package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluatorTest {
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 3, 100, 1, 3, 2, 1, 50, OracleConfig.NONE);

    private static CopyLast copyLast(List<Episode> train) {
        return train.stream()
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge)
                .copyLast();
    }

    private static ModelScore score(NextFrameModel model, Episode episode) {
        return new Evaluator(CONFIG, Windowed.all(List.of(model)))
                .score(List.of(episode))
                .episodes()
                .get(0)
                .models()
                .get(0);
    }

    @Test
    void aCoinCostsAsManyBitsAsThereArePixels() {
        assertThat(score(Slider.constant(0.5f), Slider.episode(20, 1)).bitsPerFrame())
                .isCloseTo(Slider.PIXELS, within(1e-6));
    }

    @Test
    void theRuleOfTheWorldCostsAlmostNothingAndOverlapsAtEveryHorizon() {
        ModelScore score = score(Slider.rule(), Slider.episode(20, 1));

        assertThat(score.bitsPerFrame()).isLessThan(0.02);
        assertThat(score.iou()).containsExactly(1.0, 1.0, 1.0);
        assertThat(score.clampedPixels()).isZero();
    }

    @Test
    void anActionTakenTheWrongWayRoundIsSeen() {
        ModelScore score = score(Slider.mirrored(), Slider.episode(50, 1));

        assertThat(score.bitsPerFrame()).isGreaterThan(5);
        assertThat(score.iou().get(2)).isLessThan(0.8);
    }

    @Test
    void copyLastScoresZeroOnStillFrames() {
        Episode still = Slider.still(5000, 1);

        ModelScore score = score(copyLast(List.of(still)), still);

        assertThat(score.bitsPerFrame()).isLessThan(0.001);
        assertThat(score.iou()).containsExactly(1.0, 1.0, 1.0);
    }

    @Test
    void aModelThatIsOneStepLateLosesToCopyLast() {
        List<Episode> train = Slider.episodes(20, 50);

        Episode test = Slider.episode(50, 99);

        assertThat(score(Slider.late(), test).bitsPerFrame())
                .isGreaterThan(score(copyLast(train), test).bitsPerFrame() + 1);
    }

    @Test
    void onPureNoiseOnlyAModelThatSeesTheTruthGetsBelowOneBitAPixel() {
        Episode noise = Slider.noise(200, 1);
        Recording truth = Recording.of(noise);
        List<float[]> future = new ArrayList<>();
        for (int t = 2; t < 200; t++) {
            future.add(truth.frame(t));
        }
        NextFrameModel cheat = Slider.model("cheat", 1, (past, action) -> future.remove(0));

        double honest = score(copyLast(List.of(noise)), noise).bitsPerFrame();
        double cheating = OneStep.costs(new Windowed(cheat), List.of(truth), 2)[0][50].bits();

        assertThat(honest).isGreaterThan(0.99 * Slider.PIXELS);
        assertThat(cheating).isLessThan(1e-4);
    }

    @Property(tries = 30)
    void theFutureDoesNotLeakIntoOneStepPredictions(@ForAll @IntRange(min = 3, max = 19) int from) {
        Episode episode = Slider.episode(20, 1);
        NextFrameModel model = copyLast(List.of(episode));
        Episode other = Slider.flipped(episode, t -> t >= from);

        Cost[] before = OneStep.costs(new Windowed(model), List.of(Recording.of(episode)), 2)[0];
        Cost[] after = OneStep.costs(new Windowed(model), List.of(Recording.of(other)), 2)[0];

        assertThat(after).startsWith(Arrays.copyOf(before, from - 2));
        assertThat(after[from - 2]).isNotEqualTo(before[from - 2]);
    }

    @Test
    void theFutureDoesNotLeakIntoOpenLoopPredictions() {
        Episode episode = Slider.episode(20, 1);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(Slider.late())));

        Film film = evaluator.film(episode);
        Film other = evaluator.film(Slider.flipped(episode, t -> t >= CONFIG.prompt()));

        assertThat(other.ink()).isEqualTo(film.ink());
        assertThat(other.truth()).isNotEqualTo(film.truth());
    }

    @Test
    void thePromptDoesReachThePrediction() {
        Episode episode = Slider.episode(20, 1);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule())));

        assertThat(evaluator.film(Slider.flipped(episode, t -> t == 1)).ink())
                .isNotEqualTo(evaluator.film(episode).ink());
    }

    @Test
    void aFilmShowsTheTrueFramesInThePromptAndProbabilitiesAfterIt() {
        Film film = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule()))).film(Slider.episode(20, 1));

        assertThat(film.frames()).isEqualTo(5);
        assertThat(film.prompt()).isEqualTo(2);
        assertThat(film.ink().floats(1)).isEqualTo(film.truth().floats(1)).containsOnly(0, 1);
        assertThat(film.ink().floats(2)).containsOnly(0.001f, 0.999f);
        assertThat(film.bitsPerFrame()).isLessThan(0.02);
    }

    @Test
    void aFilmOfSamplesShowsFramesThatWereDrawnByTheSeed() {
        NextFrameModel coin = Slider.model("coin", 1, (past, action) -> {
            float[] even = new float[Slider.PIXELS];
            Arrays.fill(even, 0.5f);
            return even;
        });
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(coin)));
        Episode episode = Slider.episode(20, 1);

        Film film = evaluator.film(episode, 1);

        assertThat(evaluator.film(episode).ink().floats(2)).containsOnly(0.5f);
        assertThat(film.ink().floats(2)).containsOnly(0, 1);
        assertThat(film.ink().floats(2)).isNotEqualTo(film.ink().floats(4));
        assertThat(evaluator.film(episode, 1).ink()).isEqualTo(film.ink());
    }

    @Test
    void aModelThatLooksBackFurtherThanThePromptGetsItsFirstFrameAgain() {
        AtomicReference<float[]> seen = new AtomicReference<>();
        NextFrameModel long4 = Slider.model("long", 4, (past, action) -> {
            seen.compareAndSet(null, past.clone());
            return new float[Slider.PIXELS];
        });
        Recording recording = Recording.of(Slider.episode(20, 1));

        OpenLoop.cut(new Windowed(long4), List.of(new Take(recording, 5, 2, 3)));

        assertThat(Arrays.copyOfRange(seen.get(), 0, 8)).isEqualTo(recording.frame(5));
        assertThat(Arrays.copyOfRange(seen.get(), 8, 16)).isEqualTo(recording.frame(5));
        assertThat(Arrays.copyOfRange(seen.get(), 16, 24)).isEqualTo(recording.frame(5));
        assertThat(Arrays.copyOfRange(seen.get(), 24, 32)).isEqualTo(recording.frame(6));
    }

    @ParameterizedTest(name = "{0} steps -> {1} takes, {2} frames")
    @CsvSource({"5, 1, 3", "9, 1, 7", "10, 2, 8", "14, 2, 12", "15, 3, 13"})
    void takesFollowEachOtherFromTheStart(int steps, int takes, int frames) {
        EpisodeScore score = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule())))
                .score(List.of(Slider.episode(steps, 1)))
                .episodes()
                .get(0);

        assertThat(score.takes()).isEqualTo(takes);
        assertThat(score.frames()).isEqualTo(frames);
    }

    @Test
    void allModelsAreScoredOnTheFramesThatTheOneWithTheLongestMemoryCanPredict() {
        NextFrameModel long4 = Slider.model("long", 4, (past, action) -> new float[Slider.PIXELS]);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule(), long4)));

        assertThat(evaluator.firstScored()).isEqualTo(4);
        assertThat(evaluator.stepsNeeded()).isEqualTo(5);
    }

    @Test
    void shortEpisodesAreSkippedAndCounted() {
        Episode tooShort = Slider.episode(4, 1);

        Scores scores = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule())))
                .score(List.of(tooShort, Slider.episode(5, 2)));

        assertThat(scores.skipped()).containsExactly(tooShort.id());
        assertThat(scores.episodes()).hasSize(1);
    }

    @Test
    void howEpisodesAreSpreadOverTasksChangesNothing() {
        List<Episode> episodes = Slider.episodes(70, 12);
        Evaluator evaluator = new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule(), copyLast(episodes))));

        Scores oneByOne = episodes.stream()
                .map(episode -> evaluator.score(List.of(episode)))
                .reduce(Scores.NONE, (left, right) -> right.merge(left));

        assertThat(evaluator.score(episodes)).isEqualTo(oneByOne);
    }

    @Test
    void anEpisodeWithoutActionsIsScored() {
        Episode whole = Slider.episode(20, 1);
        Episode bare = new Episode(whole.id(), List.of(whole.require(Layout.FRAME)), whole.provenance());

        assertThat(score(Slider.constant(0.5f), bare).bitsPerFrame()).isCloseTo(8, within(1e-6));
    }

    @Test
    void aModelThatHasDivergedIsNamed() {
        assertThatThrownBy(() -> score(Slider.constant(Float.NaN), Slider.episode(20, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Cannot score model 'constant': p(ink)=NaN; its training has diverged, lower train.learningRate");
    }

    @Test
    void twoModelsOfOneNameAreRefused() {
        assertThatThrownBy(() -> new Evaluator(CONFIG, Windowed.all(List.of(Slider.rule(), Slider.rule()))))
                .hasMessageContaining("[rule, rule]");
    }
}
