package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.training.metric.Survival;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Bounds;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import io.cradle.training.model.WorldModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an evaluation says of worlds and models of which the answer is known. */
class MeasuresTest {
    private static final int PROMPT = 2;

    private static EvaluationConfig config(int horizon) {
        return new EvaluationConfig(Split.TEST, 0, PROMPT, horizon, 100, 1, 3, 4, 1, 50, OracleConfig.NONE);
    }

    private static ModelResult judged(NextFrameModel model, int horizon, List<Episode> episodes) {
        EvaluationConfig config = config(horizon);
        Scores scores = new Evaluator(config, List.of(new Windowed(model))).score(episodes);
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        return EvaluationReport.of(scores, config, subject).models().get(0);
    }

    private static ModelScore scored(NextFrameModel model, int horizon, Episode episode) {
        return new Evaluator(config(horizon), List.of(new Windowed(model)))
                .score(List.of(episode))
                .episodes()
                .get(0)
                .models()
                .get(0);
    }

    /** The last frame again, with the certainty of the world's rule. */
    private static NextFrameModel stay() {
        return Slider.model("stay", 1, (past, action) -> Slider.rule().ink(new float[][] {past}, new float[1][1])[0]);
    }

    /** Steps at which a dot that is moved by another step's action goes astray, by the world's own arithmetic. */
    private static double astray(Recording recording, int sign) {
        double astray = 0;
        for (int t = PROMPT; t < recording.steps(); t++) {
            int other = (t - 1 + recording.steps() / 2) % recording.steps();
            astray += recording.action(other)[0] * sign == recording.action(t - 1)[0] ? 0 : 1;
        }
        return astray / (recording.steps() - PROMPT);
    }

    @Test
    void theGapOfShuffledActionsIsWhatItCostsToGoAstray() {
        Episode episode = Slider.episode(40, 3);
        double mistake = 2 * Math.log(0.999 / 0.001) / Math.log(2); // two pixels are wrong instead of right

        assertThat(scored(Slider.rule(), 3, episode).details().shuffledActions())
                .isCloseTo(mistake * astray(Recording.of(episode), 1), within(1e-3));
    }

    @Test
    void whoTakesActionsTheWrongWayRoundOrNotAtAllHasNoGap() {
        List<Episode> episodes = Slider.episodes(30, 40);

        assertThat(judged(Slider.rule(), 3, episodes)
                        .shuffledActions()
                        .orElseThrow()
                        .liesAboveZero())
                .isTrue();
        assertThat(judged(Slider.mirrored(), 3, episodes)
                        .shuffledActions()
                        .orElseThrow()
                        .liesAboveZero())
                .isFalse();
        assertThat(judged(stay(), 3, episodes).shuffledActions().orElseThrow()).isEqualTo(new Interval(0, 0, 0));
    }

    /** Whose bounds tell what they were asked for. */
    private record Hidden(WorldModel model) implements WorldModel {
        @Override
        public String name() {
            return "hidden";
        }

        @Override
        public int memory() {
            return model.memory();
        }

        @Override
        public Belief begin(List<Prompt> prompts) {
            return model.begin(prompts);
        }

        @Override
        public Optional<Bounds> bounds(Recording recording, int first) {
            return Optional.of(new Bounds(recording.steps(), recording.steps() - first, 0.5));
        }
    }

    @Test
    void boundsOfAHiddenStateAreMeansOverEpisodesOfWhatWasScored() {
        WorldModel plain = new Windowed(Slider.rule());
        Scores scores = new Evaluator(config(3), List.of(new Hidden(plain), plain))
                .score(List.of(Slider.episode(20, 1), Slider.episode(40, 2)));
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        List<ModelResult> models =
                EvaluationReport.of(scores, config(3), subject).models();

        ModelResult.Latent latent = models.get(0).latent().orElseThrow();
        assertThat(latent.elbo().mean()).isEqualTo(30);
        assertThat(latent.iwae().mean()).isEqualTo(30 - PROMPT);
        assertThat(latent.divergence()).isEqualTo(new Interval(0.5, 0.5, 0.5));
        assertThat(models.get(1).latent()).isEmpty();
    }

    @Test
    void everyModelIsComparedWithEveryOtherInTheOrderOfTheirNames() {
        List<WorldModel> models = List.of(
                new Windowed(Slider.rule()), new Windowed(Slider.mirrored()), new Windowed(Slider.constant(0.1f)));
        Scores scores = new Evaluator(config(3), models).score(Slider.episodes(6, 30));
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        List<ModelResult> results =
                EvaluationReport.of(scores, config(3), subject).models();

        for (ModelResult result : results) {
            assertThat(List.copyOf(result.beyond().keySet()))
                    .isSorted()
                    .hasSize(2)
                    .doesNotContain(result.model());
            for (ModelResult other : results) {
                if (!other.model().equals(result.model())) {
                    assertThat(result.beyond().get(other.model()).mean())
                            .isCloseTo(
                                    result.bitsPerFrame().mean()
                                            - other.bitsPerFrame().mean(),
                                    within(1e-9));
                }
            }
        }
    }

    @Test
    void coldSamplesAreTheLikeliestFrame() {
        EvaluationConfig cold =
                new EvaluationConfig(Split.TEST, 0, PROMPT, 3, 100, 1, 3, 4, 0.01, 50, OracleConfig.NONE);
        List<Episode> still = List.of(Slider.still(20, 1));
        NextFrameModel unsure = Slider.model("unsure", 1, (past, action) -> {
            float[] ink = new float[Slider.PIXELS];
            for (int i = 0; i < ink.length; i++) {
                ink[i] = past[i] > 0 ? 0.7f : 0.3f;
            }
            return ink;
        });

        assertThat(sampledIou(cold, unsure, still)).isEqualTo(1);
        assertThat(sampledIou(config(3), unsure, still)).isLessThan(0.6);
    }

    private static double sampledIou(EvaluationConfig config, NextFrameModel model, List<Episode> episodes) {
        return new Evaluator(config, List.of(new Windowed(model)))
                .score(episodes)
                .episodes()
                .get(0)
                .models()
                .get(0)
                .details()
                .curves()
                .get(Metric.SAMPLED_IOU)
                .get(2);
    }

    @Test
    void aTemperatureOfSamplesIsAboveZero() {
        for (double temperature : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> new EvaluationConfig(
                            Split.TEST, 0, PROMPT, 3, 100, 1, 3, 4, temperature, 50, OracleConfig.NONE))
                    .hasMessage(
                            "Invalid evaluate.temperature=%s: must be above 0 and finite; 1 draws as a model says",
                            temperature);
        }
    }

    @Test
    void everyPixelOfWhoIsAlwaysSureIsClamped() {
        Episode episode = Slider.episode(20, 1);

        assertThat(scored(Slider.sure(Slider.rule()), 3, episode).clampedPixels())
                .isEqualTo((20 - PROMPT) * Slider.PIXELS);
        assertThat(scored(Slider.rule(), 3, episode).clampedPixels()).isZero();
        assertThat(scored(Slider.sure(Slider.mirrored()), 3, episode).bitsPerFrame())
                .isGreaterThan(scored(Slider.mirrored(), 3, episode).bitsPerFrame() + 5);
    }

    @Test
    void blankFramesThatAreRightlyBlankAreCountedForWhatTheyAre() {
        String dot = "#.......";
        String none = "........";
        Episode vanishing = Slider.shown(dot, dot, none, dot, none);
        ModelScore blank = scored(Slider.constant(0.1f), 3, vanishing);
        ModelScore full = scored(Slider.constant(0.9f), 3, vanishing);

        assertThat(blank.iou()).containsExactly(1.0, 0.0, 1.0);
        assertThat(blank.bothEmptyFrames()).isEqualTo(2);
        assertThat(full.iou()).containsExactly(0.0, 1 / 8.0, 0.0);
        assertThat(full.bothEmptyFrames()).isZero();
    }

    @Test
    void aPredictionLastsUntilTheDotGoesAway() {
        String here = "#.......";
        String there = "....#...";
        Episode leaving = Slider.shown(here, here, here, there, here, there, there, there);
        ModelScore score = scored(stay(), 6, leaving);

        assertThat(score.iou()).containsExactly(1.0, 0.0, 1.0, 0.0, 0.0, 0.0); // once away is a blink
        assertThat(score.details().lives()).containsExactly(new Survival.Life(4, true));
    }

    @Test
    void theHorizonIsTheMedianOfTakesOfWhichSomeOutlastTheRecording() {
        String here = "#.......";
        String there = "....#...";
        List<Episode> episodes = List.of(
                Slider.shown(here, here, there, there, there), // lost at 1
                Slider.shown(here, here, here, there, there), // lost at 2
                Slider.shown(there, there, there, here, here), // lost at 2
                Slider.shown(here, here, here, here, there), // cut at 3: one frame is a blink
                Slider.shown(here, here, here, here, here)); // cut at 3
        ModelResult.Horizon horizon = judged(stay(), 3, episodes).horizon();

        assertThat(horizon.median()).contains(2);
        assertThat(horizon.lost()).isEqualTo(3);
        assertThat(horizon.predictions()).isEqualTo(5);
        assertThat(judged(stay(), 3, episodes.subList(1, 5)).horizon().median()).contains(2);
        assertThat(judged(stay(), 3, episodes.subList(2, 5)).horizon().median()).isEmpty();
        assertThat(judged(Slider.constant(0.9f), 3, episodes).horizon().median())
                .contains(1);
    }

    @Test
    void calibrationIsHowFarWhatIsSaidLiesFromWhatComes() {
        List<Episode> noise =
                IntStream.range(0, 20).mapToObj(seed -> Slider.noise(100, seed)).toList();

        assertThat(judged(Slider.constant(0.5f), 3, noise)
                        .calibration()
                        .orElseThrow()
                        .error())
                .isLessThan(0.02);
        assertThat(judged(Slider.constant(0.3f), 3, noise)
                        .calibration()
                        .orElseThrow()
                        .error())
                .isCloseTo(0.2, within(0.02));
        assertThat(judged(Slider.constant(0.001f), 3, noise).calibration()).isEmpty();
    }

    @Test
    void onNoiseBitsAreThoseOfTheCoinAtEveryHorizonAndNobodyGetsBelow() {
        List<Episode> noise =
                IntStream.range(0, 20).mapToObj(seed -> Slider.noise(50, seed)).toList();
        ModelResult coin = judged(Slider.constant(0.5f), 3, noise);
        ModelResult biased = judged(Slider.constant(0.3f), 3, noise);
        double cross = -4 * (Math.log(0.3) + Math.log(0.7)) / Math.log(2);

        assertThat(coin.bitsPerFrame().mean()).isCloseTo(8, within(1e-6));
        assertThat(biased.bitsPerFrame().mean()).isCloseTo(cross, within(0.2));
        for (int h = 0; h < 3; h++) {
            assertThat(coin.curves().get(Metric.BITS).get(h).mean()).isCloseTo(8, within(1e-6));
            assertThat(biased.curves().get(Metric.BITS).get(h).mean()).isCloseTo(cross, within(0.3));
        }
    }

    @Test
    void meansAreThoseOfTheCurves() {
        ModelResult stay = judged(stay(), 3, Slider.episodes(30, 40));
        for (Metric metric : Metric.values()) {
            List<Interval> curve = stay.curves().get(metric);
            if (curve != null) {
                double mean =
                        curve.stream().mapToDouble(Interval::mean).average().orElseThrow();
                assertThat(stay.means().get(metric).mean()).as(metric.name()).isCloseTo(mean, within(0.02 * mean));
            }
        }
        assertThat(stay.means()).containsKeys(Metric.HAMMING, Metric.BITS).doesNotContainKey(Metric.PROPRIO_METRES);
    }
}
