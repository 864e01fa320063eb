package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Split;
import io.cradle.training.model.Arbiter;
import io.cradle.training.model.ArbiterShape;
import io.cradle.training.model.Floats;
import io.cradle.training.model.NextFrameModel;
import io.cradle.training.model.Recording;
import io.cradle.training.model.Windowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JudgementTest {
    private static final int STEPS = 10;
    private static final EvaluationConfig CONFIG =
            new EvaluationConfig(Split.TEST, 0, 2, 8, 100, 1, 3, 1, 1, 50, OracleConfig.NONE);
    private static final List<Episode> EPISODES = staying();

    /** Features are the pixels of eight frames of eight pixels, each tanh(1) where there is ink; it reads off half of how far a dot went. */
    private static Arbiter plain() {
        ArbiterShape shape = new ArbiterShape(Slider.PIXELS, 1);
        float[] weights = new float[shape.parameters()];
        int hidden = shape.hidden();
        int second = (ArbiterShape.FEATURES + 1) * hidden;
        int third = second + (hidden + 1) * ArbiterShape.FEATURES;
        for (int i = 0; i < ArbiterShape.FEATURES; i++) {
            weights[i * ArbiterShape.FEATURES + i] = 1;
            weights[second + i * hidden + i] = 1;
        }
        for (int t = 0; t < ArbiterShape.FRAMES - 1; t++) {
            for (int x = 0; x < Slider.PIXELS; x++) {
                float half = (float) (x / Math.tanh(1) / 2);
                weights[third + t * ArbiterShape.FEATURES + t * Slider.PIXELS + x] = -half;
                weights[third + t * ArbiterShape.FEATURES + (t + 1) * Slider.PIXELS + x] = half;
            }
        }
        return new Arbiter(shape, Floats.of(weights));
    }

    /** Where the dot is in each frame, if pushed the right way round or the other one from the prompt on. */
    private static int[] path(Recording recording, int sign) {
        int[] path = new int[STEPS];
        for (int x = 0; x < Slider.PIXELS; x++) {
            path[0] = recording.frame(0)[x] > 0 ? x : path[0];
        }
        for (int t = 1; t < STEPS; t++) {
            path[t] = path[t - 1]
                    + (t < CONFIG.prompt() ? 1 : sign) * (int) recording.action(t - 1)[0];
        }
        return path;
    }

    /** Episodes in which the dot never goes round, neither way. */
    private static List<Episode> staying() {
        return IntStream.range(0, 100_000)
                .mapToObj(seed -> Slider.episode(STEPS, seed))
                .filter(episode -> IntStream.of(-1, 1)
                        .flatMap(sign -> Arrays.stream(path(Recording.of(episode), sign)))
                        .allMatch(x -> x >= 0 && x < Slider.PIXELS))
                .limit(300)
                .toList();
    }

    private static List<Episode> episodes(int count) {
        return EPISODES.subList(0, count);
    }

    private static Optional<Judgement> judged(NextFrameModel model, List<Episode> episodes) {
        Arbiter arbiter = plain();
        Scores scores = new Evaluator(CONFIG, List.of(new Windowed(model)), Optional.of(arbiter)).score(episodes);
        Subject subject = new Subject("data/slider", 3, "ab12", "all", Split.TEST, "cd34", Map.of());
        return EvaluationReport.of(scores, CONFIG, subject, Optional.of(arbiter.digest()))
                .models()
                .get(0)
                .judgement();
    }

    @Test
    void whatIsDrawnLikeTheTruthIsJudgedLikeTheTruth() {
        List<Episode> episodes = episodes(300);
        Judgement judgement = judged(Slider.sure(Slider.rule()), episodes).orElseThrow();

        assertThat(judgement.arbiter()).isEqualTo(plain().digest());
        assertThat(judgement.cosine()).isCloseTo(0, within(1e-9));
        assertThat(judgement.actions()).isEqualTo(judgement.trueActions()).isCloseTo(log(episodes, 0.5), within(1e-4));
        assertThat(judgement.likeness().frechet()).isCloseTo(0, within(1e-6));
        assertThat(judgement.likeness().manifold().coverage()).isEqualTo(1);
    }

    @Test
    void actionsTheWrongWayRoundAreReadOffAndFramesDoNotMatch() {
        List<Episode> episodes = episodes(300);
        Judgement judgement = judged(Slider.sure(Slider.mirrored()), episodes).orElseThrow();
        double missed = episodes.stream()
                .map(Recording::of)
                .mapToDouble(recording -> IntStream.range(2, STEPS)
                                .filter(t -> path(recording, 1)[t] != path(recording, -1)[t])
                                .count()
                        / 8.0)
                .average()
                .orElseThrow();

        assertThat(missed).isGreaterThan(0.3);
        assertThat(judgement.cosine()).isCloseTo(missed, within(1e-6)); // one pixel a frame: 1 − frames that agree / 8
        assertThat(judgement.actions()).isCloseTo(log(episodes, 1.5), within(1e-4));
        assertThat(judgement.trueActions()).isCloseTo(log(episodes, 0.5), within(1e-4));
    }

    /** Logarithm of the mean squared error of who is off by so many times an action, within the stretch. */
    private static double log(List<Episode> episodes, double times) {
        return Math.log(episodes.stream()
                .map(Recording::of)
                .flatMapToDouble(recording -> IntStream.range(2, STEPS - 1)
                        .mapToDouble(t -> Math.pow(times * recording.action(t)[0], 2)))
                .average()
                .orElseThrow());
    }

    @Test
    void aFrozenWorldIsJudgedFarAway() {
        List<Episode> episodes = episodes(300);
        NextFrameModel constant = Slider.model("constant", 1, (past, action) -> new float[] {1, 0, 0, 0, 0, 0, 0, 0});
        Judgement judgement = judged(constant, episodes).orElseThrow();
        Judgement rule = judged(Slider.rule(), episodes).orElseThrow();

        assertThat(judgement.cosine()).isGreaterThan(rule.cosine() + 0.5);
        assertThat(judgement.actions()).isGreaterThan(rule.actions() + 0.3);
        assertThat(judgement.likeness().frechet())
                .isGreaterThan(10 * rule.likeness().frechet());
        assertThat(judgement.likeness().manifold().coverage())
                .isLessThan(rule.likeness().manifold().coverage() - 0.5);
    }

    @Test
    void thereIsAJudgementWhereThereAreEnoughStretchesToHalveAndOtherwiseNone() {
        assertThat(judged(Slider.rule(), episodes(127))).isEmpty();
        assertThat(judged(Slider.rule(), episodes(255))).isEmpty();
        assertThat(judged(Slider.rule(), episodes(256))).isPresent();
    }

    @Test
    void cosinesAndActionsAreMeansWorkedOutByHand() {
        List<Coded> coded = new ArrayList<>();
        Random random = new Random(1);
        for (int n = 0; n < 100; n++) {
            double[] truth = {random.nextDouble(), 1};
            double[] aside = {1, -truth[0]};
            coded.add(new Coded(truth, new double[] {3 * truth[0], 3}, 0.5, 1));
            coded.add(new Coded(truth, aside, 0.5, 3));
            coded.add(new Coded(truth, new double[] {-truth[0], -1}, 0.5, 8));
        }
        Judgement judgement = Judgement.of("ab", coded).orElseThrow();

        assertThat(judgement.cosine()).isCloseTo((0 + 1 + 2) / 3.0, within(1e-12));
        assertThat(judgement.actions()).isCloseTo(Math.log(4), within(1e-12));
        assertThat(judgement.trueActions()).isCloseTo(Math.log(0.5), within(1e-12));
    }

    @Test
    void whatShowsNothingPointsNowhere() {
        double[] nothing = {0, 0};
        double[] some = {0.5, 0};

        assertThat(new Coded(some, nothing, 1, 1).cosineDistance()).isEqualTo(1);
        assertThat(new Coded(nothing, some, 1, 1).cosineDistance()).isEqualTo(1);
        assertThat(new Coded(nothing, nothing, 1, 1).cosineDistance()).isZero();
    }
}
