package io.cradle.training.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.dataset.spec.Layout;
import io.cradle.training.baseline.Baselines;
import io.cradle.training.baseline.Falling;
import io.cradle.training.baseline.Fitted;
import io.cradle.training.model.Belief;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No baseline's prediction changes with frames, proprio or actions that come later: one step ahead, and open loop. */
class FutureTest {
    private static final int STEPS = 14;
    private static final int PROMPT = 4;
    private static final int HORIZON = STEPS - PROMPT;

    private static List<WorldModel> sliders;
    private static List<WorldModel> fallers;

    @BeforeAll
    static void fit() {
        sliders = fitted(IntStream.range(0, 40).mapToObj(FutureTest::sliding).toList());
        fallers = fitted(IntStream.range(0, 12).mapToObj(Falling::recording).toList());
    }

    private static List<WorldModel> fitted(List<Recording> train) {
        PixelCounts counts = train.stream()
                .map(recording -> PixelCounts.of(recording.episode().require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
        return Baselines.fit(train, List.of(), counts).stream()
                .map(Fitted::model)
                .toList();
    }

    private static Recording sliding(int seed) {
        return Recording.of(Slider.episode(STEPS, seed));
    }

    /**
     * A baseline and an episode of the world that it was fitted to: one that is pushed, one that has proprio.
     *
     * @param model fitted
     * @param recording that it hasn't seen
     */
    record Pair(WorldModel model, Recording recording) {
        @Override
        public String toString() {
            return "%s, %d pixels".formatted(model.name(), recording.pixels());
        }
    }

    static Stream<Pair> pairs() {
        return Stream.concat(
                sliders.stream().map(model -> new Pair(model, sliding(1000))),
                fallers.stream().map(model -> new Pair(model, Falling.recording(1000))));
    }

    /** What a model says of o_1 … o_t, of each after the true ones before it. */
    private static float[][] said(WorldModel model, Recording recording, int t) {
        List<float[]> said = new ArrayList<>();
        Belief belief = model.begin(List.of(recording.prompt(0, 1)));
        for (int now = 1; now <= t; now++) {
            float[][] action = {recording.action(now - 1)};
            Prediction prediction = belief.predict(action);
            said.add(prediction.ink()[0].clone());
            said.add(prediction.proprio().mean(0).clone());
            belief.observe(action, List.of(recording.observation(now)));
        }
        return said.toArray(float[][]::new);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void oneStepAheadNothingLaterIsKnown(Pair pair) {
        for (int t = 3; t < STEPS - 1; t++) {
            Recording other = Changed.after(pair.recording(), t);

            assertThat(said(pair.model(), other, t)).isDeepEqualTo(said(pair.model(), pair.recording(), t));
            Cost[] before = OneStep.costs(pair.model(), List.of(pair.recording()), 2)[0];
            Cost[] after = OneStep.costs(pair.model(), List.of(other), 2)[0];
            assertThat(after).startsWith(Arrays.copyOf(before, t - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void theNextFrameIsPredictedBeforeItIsSeen(Pair pair) {
        int t = 5;
        float[] flipped = Changed.after(pair.recording(), t - 1).frame(t);
        Prediction prediction = pair.model()
                .begin(List.of(pair.recording().prompt(0, t)))
                .predict(new float[][] {pair.recording().action(t - 1)});
        float[] alone = prediction.ink()[0].clone();

        prediction.ink(new float[][] {flipped});

        assertThat(prediction.ink()[0]).isEqualTo(alone);
        Leakage.refuse(pair.model(), pair.recording(), t);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void inOpenLoopNothingAfterThePromptIsSeenAndNoLaterActionIsKnown(Pair pair) {
        for (int h = 1; h < HORIZON; h++) {
            Recording blind = Changed.after(pair.recording(), PROMPT - 1, PROMPT - 1 + h);

            assertThat(shown(pair.model(), blind, h)).isDeepEqualTo(shown(pair.model(), pair.recording(), h));
        }
    }

    /** Probabilities, drawn frames and drawn proprio at horizons 1 … h, of the likeliest path and of one that is drawn. */
    private static float[][] shown(WorldModel model, Recording recording, int h) {
        List<Take> takes = List.of(new Take(recording, 0, PROMPT, HORIZON));
        OpenLoop.Path cut = OpenLoop.cut(model, takes).get(0);
        OpenLoop.Path sampled = OpenLoop.sampled(model, takes, 7, 1).get(0);
        return IntStream.rangeClosed(1, h)
                .boxed()
                .flatMap(k ->
                        Stream.of(cut.ink()[k - 1], cut.frame(k), cut.proprio(k), sampled.frame(k), sampled.proprio(k)))
                .toArray(float[][]::new);
    }

    @Test
    void thoseThatListenHearTheActionThatIsTakenNow() {
        Recording recording = sliding(1000);
        for (WorldModel model : sliders) {
            boolean listens = List.of("linear", "nearest-neighbours").contains(model.name());
            Prediction[] predictions = IntStream.of(-1, 1)
                    .mapToObj(action ->
                            model.begin(List.of(recording.prompt(0, 5))).predict(new float[][] {{action}}))
                    .toArray(Prediction[]::new);

            assertThat(Arrays.equals(predictions[0].ink()[0], predictions[1].ink()[0]))
                    .as(model.name())
                    .isEqualTo(!listens);
        }
    }

    @Test
    void allButTheMarginalSeeTheLastFrame() {
        Recording recording = sliding(1000);
        for (WorldModel model : sliders) {
            float[] ink = said(model, recording, 6)[10];
            float[] other = said(model, Changed.after(recording, 4), 6)[10];

            assertThat(Arrays.equals(ink, other))
                    .as(model.name())
                    .isEqualTo(model.name().equals("marginal"));
        }
    }
}
