package io.cradle.training.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A flat binary transformer with so few bits that all codes can be summed over. */
class FbtModelTest {
    private final Random random = new Random(5);

    static Stream<FbtShape> shapes() {
        return Stream.of(
                shape(new Senses(2, 3, 2, 2), new HeadConfig(1, 1, false)),
                shape(new Senses(2, 3, 0, 1), new HeadConfig(2, 3, true)));
    }

    private static FbtShape shape(Senses senses, HeadConfig head) {
        return FbtShape.of(ModelConfig.fbt(5, new TransformerConfig(8, 2, 2), head, new CodeConfig(8, 7, 0)), senses);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theProbabilitiesOfAllFramesSumToOne(FbtShape shape) {
        FbtPrediction said = said(shape);
        double sum = IntStream.range(0, 1 << shape.pixels())
                .mapToDouble(frame -> probability(said, shape, bits(frame, shape.pixels())))
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theBoundIsNeverBelowWhatAFrameCosts(FbtShape shape) {
        FbtPrediction said = said(shape);
        for (int number = 0; number < 1 << shape.pixels(); number++) {
            float[] frame = bits(number, shape.pixels());
            double exact = -Math.log(probability(said, shape, frame)) / Math.log(2);
            Observation came = new Observation(frame, numbers(shape.senses().proprio()));
            double bound = said.bound(List.of(came)).orElseThrow()[0];
            assertThat(bound).isGreaterThanOrEqualTo(exact).isLessThan(exact + 40);
        }
    }

    /** Over all codes. */
    private static double probability(FbtPrediction said, FbtShape shape, float[] frame) {
        return IntStream.range(0, 1 << shape.code().bits())
                .mapToObj(code -> Observation.ofFrame(bits(code, shape.code().bits())))
                .mapToDouble(code -> Math.pow(2, -said.bits(0, code, Observation.ofFrame(frame))))
                .sum();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void framesComeAsOftenAsTheModelSays(FbtShape shape) {
        FbtPrediction said = said(shape);
        SplittableRandom source = new SplittableRandom(3);
        int draws = 4000;
        int[] counts = new int[1 << shape.pixels()];
        for (int i = 0; i < draws; i++) {
            counts[number(said.sample(List.of(source)).get(0).frame())]++;
        }
        for (int number = 0; number < counts.length; number++) {
            double p = probability(said, shape, bits(number, shape.pixels()));
            assertThat((double) counts[number] / draws).isCloseTo(p, within(0.03));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aColdSampleIsTheLikeliestFrame(FbtShape shape) {
        FbtPrediction said = said(shape);
        Observation cold = said.sample(List.of(new SplittableRandom(1)), 1e-4).get(0);
        assertThat(cold.frame()).isEqualTo(said.cut().get(0).frame());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsImaginedGoesOnWithTheCodeThatWasDrawn(FbtShape shape) {
        FbtModel model = model(shape);
        int differ = 0;
        for (int seed = 0; seed < 20; seed++) {
            Belief belief = model.begin(prompts(shape, 1));
            float[][] action = {numbers(shape.actions())};
            FbtPrediction said = (FbtPrediction) belief.predict(action);
            List<Observation> next = said.sample(List.of(new SplittableRandom(seed)));
            belief.imagine(action, said, next);
            float[] latent = belief.held().get(0).latent().values();
            float[] drawn = said.code(next.get(0)).frame();
            for (int i = 0; i < drawn.length; i++) {
                assertThat(latent[latent.length - drawn.length + i]).isEqualTo(drawn[i]);
            }
            differ += number(drawn) == number(model.codec().code(next.get(0)).frame()) ? 0 : 1;
        }
        assertThat(differ).isPositive(); // or nothing was shown
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsHeldGoesOnBitForBitAlsoPastThePlacesThereAre(FbtShape shape) {
        WorldModel model = model(shape);
        for (int begun = 1; begun < 8; begun++) {
            Belief belief = model.begin(prompts(shape, begun));
            for (int t = 0; t < 9; t++) {
                List<Prompt> held = belief.held();
                assertThat(held.get(0).length()).isEqualTo(1);
                Belief other = model.begin(held);
                dream(belief, shape, t);
                dream(other, shape, t);
                float[][] action = {numbers(shape.actions())};
                assertThat(other.predict(action).ink())
                        .isDeepEqualTo(belief.predict(action).ink());
                assertThat(other.held().get(0).latent())
                        .isEqualTo(belief.held().get(0).latent());
            }
        }
    }

    private static void dream(Belief belief, FbtShape shape, int t) {
        float[][] action = {new float[shape.actions()]};
        Prediction prediction = belief.predict(action);
        List<Observation> next = prediction.sample(List.of(new SplittableRandom(t)), 2);
        belief.imagine(action, prediction, next);
    }

    @Test
    void whatIsNoCodeIsRefused() {
        FbtShape shape = shapes().toList().get(0);
        Prompt odd = new Prompt(
                prompts(shape, 1).get(0).observations(),
                List.of(),
                Floats.of(new float[shape.code().bits() + 1]));
        assertThatThrownBy(() -> model(shape).begin(List.of(odd)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot go on from 9 numbers");
        assertThatThrownBy(() -> shape(new Senses(2, 3, 0, 1), new HeadConfig(3, 3, false)))
                .hasMessage("Invalid model.code.bits=8: must be a multiple of model.head.grid^2 = 9");
        assertThatThrownBy(() -> new CodeConfig(0, 1, 2))
                .hasMessageContaining("model.code.bits=0, hidden=1, weight=2.0");
    }

    private FbtPrediction said(FbtShape shape) {
        return (FbtPrediction) model(shape).begin(prompts(shape, 3)).predict(new float[][] {numbers(shape.actions())});
    }

    /** Large enough that everything matters. */
    private static FbtModel model(FbtShape shape) {
        Random normal = new Random(9);
        float[] weights = new float[shape.parameters()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (float) (0.5 * normal.nextGaussian());
        }
        return new FbtModel(shape, Floats.of(weights));
    }

    private List<Prompt> prompts(FbtShape shape, int length) {
        List<Observation> seen = new ArrayList<>();
        List<float[]> actions = new ArrayList<>();
        for (int t = 0; t < length; t++) {
            seen.add(new Observation(
                    bits(random.nextInt(1 << shape.pixels()), shape.pixels()),
                    numbers(shape.senses().proprio())));
            actions.add(numbers(shape.actions()));
        }
        return List.of(new Prompt(seen, actions.subList(0, length - 1)));
    }

    private float[] numbers(int size) {
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = 2 * random.nextFloat() - 1;
        }
        return numbers;
    }

    private static float[] bits(int number, int size) {
        float[] bits = new float[size];
        for (int i = 0; i < size; i++) {
            bits[i] = number >> i & 1;
        }
        return bits;
    }

    private static int number(float[] bits) {
        int number = 0;
        for (int i = 0; i < bits.length; i++) {
            number |= (int) bits[i] << i;
        }
        return number;
    }
}
