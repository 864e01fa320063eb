package io.cradle.training.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Layout;
import io.cradle.training.evaluation.OneStep;
import io.cradle.training.metric.FrameError;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Observation;
import io.cradle.training.model.PixelCounts;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.Recording;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaselinesTest {
    private static final String MARGINAL = "marginal";
    private static final String COPY = "copy-last";
    private static final String VELOCITY = "constant-velocity";
    private static final String BALLISTIC = "ballistic";

    private static List<Recording> test;
    private static List<Fitted> fitted;

    private static List<Recording> falling(int from, int to) {
        return IntStream.range(from, to).mapToObj(Falling::recording).toList();
    }

    @BeforeAll
    static void fit() {
        List<Recording> train = falling(0, 60);
        test = falling(200, 220);
        fitted = Baselines.fit(train, falling(100, 104), counts(train));
    }

    private static PixelCounts counts(List<Recording> train) {
        return train.stream()
                .map(Recording::episode)
                .map(episode -> PixelCounts.of(episode.require(Layout.FRAME)))
                .reduce(PixelCounts.NONE, PixelCounts::merge);
    }

    private static WorldModel model(String name) {
        return fitted.stream()
                .map(Fitted::model)
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double bits(String name) {
        return OneStep.bitsPerFrame(model(name), test, 1);
    }

    @Test
    void eachKnowsMoreThanTheOneBefore() {
        assertThat(fitted.stream().map(each -> each.model().name()).toList())
                .containsExactly(MARGINAL, COPY, VELOCITY, BALLISTIC, Linear.NAME, Nearest.NAME, Context.NAME);
        assertThat(bits(COPY)).isLessThan(bits(MARGINAL));
        assertThat(bits(VELOCITY)).isLessThan(bits(COPY));
        assertThat(bits(Linear.NAME)).isLessThan(bits(MARGINAL));
        assertThat(bits(Nearest.NAME)).isLessThan(bits(COPY));
        assertThat(bits(Context.NAME)).isLessThan(bits(COPY));
    }

    @Test
    void aFallIsForeseenFurtherThanASpeed() {
        assertThat(missed(BALLISTIC)).isLessThan(missed(VELOCITY));
    }

    /** Pixels that are wrong four steps ahead, over all recordings. */
    private static double missed(String name) {
        double missed = 0;
        for (Recording recording : test) {
            Belief belief = model(name).begin(List.of(recording.prompt(0, 5)));
            for (int h = 0; h < 4; h++) {
                float[][] action = {recording.action(4 + h)};
                Prediction prediction = belief.predict(action);
                List<Observation> cut = prediction.cut();
                belief.imagine(action, prediction, cut);
                missed += h < 3 ? 0 : FrameError.hamming(cut.get(0).frame(), recording.frame(8));
            }
        }
        return missed;
    }

    @Test
    void theFallOfTheWorldIsFoundAgain() {
        String note = fitted.get(3).note();
        double found = Double.parseDouble(note.replaceAll("^a fall of ([0-9.]+) .*", "$1"));
        assertThat(found).isCloseTo(Falling.FALL, within(0.3));
    }

    @Test
    void whatIsChosenIsChosenOnValAndSaidSo() {
        assertThat(fitted.get(4).note()).contains("best of 4 on VAL");
        List<Recording> train = falling(0, 5);
        assertThat(Baselines.fit(train, List.of(), counts(train)).get(5).note()).contains("no VAL");
        assertThatThrownBy(() -> Baselines.fit(List.of(), List.of(), PixelCounts.NONE))
                .hasMessageContaining("TRAIN split of the table is empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {MARGINAL, COPY, VELOCITY, BALLISTIC, "linear", "nearest-neighbours", "context-mixer"})
    void noPixelIsPredictedFromThoseBehindIt(String name) {
        Recording recording = test.get(0);
        Belief belief = model(name).begin(List.of(recording.prompt(0, 3)));
        Prediction prediction = belief.predict(new float[][] {recording.action(2)});
        float[] came = recording.frame(3);
        float[] given = prediction.ink(new float[][] {came})[0];
        for (int from = 0; from < came.length; from += 37) {
            float[] other = came.clone();
            for (int pixel = from; pixel < other.length; pixel++) {
                other[pixel] = 1 - other[pixel];
            }
            float[] perturbed = prediction.ink(new float[][] {other})[0];
            for (int pixel = 0; pixel <= from; pixel++) {
                assertThat(perturbed[pixel]).isEqualTo(given[pixel]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {MARGINAL, COPY, VELOCITY, BALLISTIC, "linear", "nearest-neighbours", "context-mixer"})
    void eachGivesProbabilitiesAndDrawsFromThem(String name) {
        Recording recording = test.get(1);
        Belief belief = model(name).begin(List.of(recording.prompt(0, 3)));
        Prediction prediction = belief.predict(new float[][] {recording.action(2)});
        double expected = 0;
        for (float p : prediction.ink()[0]) {
            assertThat(p).isStrictlyBetween(0f, 1f);
            expected += p;
        }
        double drawn = 0;
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 400; i++) {
            for (float pixel : prediction.sample(List.of(random)).get(0).frame()) {
                drawn += pixel / 400;
            }
        }
        assertThat(drawn).isCloseTo(expected, within(name.equals(Context.NAME) ? 0.5 * expected : 0.1 * expected));
    }

    @Test
    void aThingGoesOnBetweenPixelsWhenItIsImagined() {
        Recording recording = test.get(2);
        WorldModel ballistic = model(BALLISTIC);
        Belief belief = ballistic.begin(List.of(recording.prompt(0, 3)));
        List<Float> lowest = new ArrayList<>();
        for (int h = 0; h < 4; h++) {
            float[][] action = {recording.action(2 + h)};
            Prediction prediction = belief.predict(action);
            List<Observation> cut = prediction.cut();
            lowest.add(lowestRow(cut.get(0).frame()));
            belief.imagine(action, prediction, cut);
        }
        assertThat(lowest).isSorted();
        assertThat(lowest.get(3)).isGreaterThan(lowest.get(0));
    }

    private static float lowestRow(float[] frame) {
        int lowest = 0;
        for (int pixel = 0; pixel < frame.length; pixel++) {
            lowest = frame[pixel] > 0 ? pixel / Falling.SIZE : lowest;
        }
        return lowest;
    }

    @Test
    void theContextMixersBitsAreOfAWholeDistribution() {
        // Over all frames of a tiny world probabilities add up to 1: the chain rule leaves nothing out.
        List<Recording> train =
                IntStream.range(0, 8).mapToObj(seed -> Falling.tiny(seed)).toList();
        WorldModel mixer = Baselines.fit(train, List.of(), counts(train)).stream()
                .map(Fitted::model)
                .collect(Collectors.toMap(WorldModel::name, each -> each))
                .get(Context.NAME);
        Belief belief = mixer.begin(List.of(train.get(0).prompt(0, 2)));
        Prediction prediction = belief.predict(new float[][] {train.get(0).action(1)});
        double sum = 0;
        for (int frame = 0; frame < 1 << 9; frame++) {
            float[] came = new float[9];
            for (int pixel = 0; pixel < came.length; pixel++) {
                came[pixel] = frame >> pixel & 1;
            }
            float[] given = prediction.ink(new float[][] {came})[0];
            double p = 1;
            for (int pixel = 0; pixel < came.length; pixel++) {
                p *= came[pixel] > 0 ? given[pixel] : 1 - given[pixel];
            }
            sum += p;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
    }
}
