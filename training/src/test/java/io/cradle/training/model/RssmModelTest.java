package io.cradle.training.model;

import static io.cradle.training.model.RandomWindows.action;
import static io.cradle.training.model.RandomWindows.observation;
import static io.cradle.training.model.RandomWindows.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.window.Window;
import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.dl4j.RssmBatch;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.FixedSchedule;

/** What a recurrent state-space model says in plain Java. */
class RssmModelTest {
    private static final Senses FELT = new Senses(4, 4, 3, 2);
    private static final Senses BLIND = new Senses(4, 4, 0, 2);
    private static final Senses MOVING = new Senses(4, 4, 6, 3, 2);

    static Stream<RssmShape> shapes() {
        RssmConfig normal = new RssmConfig(5, 3, 0, 4, false, 3, 0, 0);
        RssmConfig categorical = new RssmConfig(5, 2, 3, 4, false, 3, 0.8, 0);
        RssmConfig told = new RssmConfig(5, 2, 3, 4, true, 3, 0, 0.5);
        RssmConfig balanced = new RssmConfig(5, 2, 3, 4, true, 3, 0.5, 1);
        return Stream.of(
                new RssmShape(3, FELT, balanced, HeadConfig.PLAIN),
                new RssmShape(3, FELT, told, new HeadConfig(1, 1, true)),
                new RssmShape(3, MOVING, told, new HeadConfig(1, 1, true)),
                new RssmShape(3, FELT, normal, new HeadConfig(2, 3, true)),
                new RssmShape(3, BLIND, normal, HeadConfig.PLAIN),
                new RssmShape(3, FELT, categorical, HeadConfig.PLAIN),
                new RssmShape(3, BLIND, categorical, new HeadConfig(2, 3, true)));
    }

    /** With the noise that a learner judges with. */
    @ParameterizedTest
    @MethodSource("shapes")
    void plainJavaChargesWhatTheTrainedGraphCharges(RssmShape shape) {
        Window window = RandomWindows.of(shape.senses(), 4, 5);
        Floats parameters = scattered(shape);
        RssmModel model = new RssmModel(shape, parameters);
        Latents latents = model.latents();
        SplittableRandom random = new SplittableRandom(0);
        float[] belief = new float[shape.width()];
        float[] latent = latents.drawn(model.posterior(belief, observation(window, 0)), latents.noise(random), 1);
        double nats = 0;
        for (int t = 1; t <= 3; t++) {
            belief = model.advanced(belief, latent, observation(window, t - 1), action(window, t - 1));
            float[] posterior = model.posterior(belief, observation(window, t));
            latent = latents.drawn(posterior, latents.noise(random), 1);
            nats += latents.divergence(posterior, model.prior(belief));
            nats -= log(
                    model,
                    model.said(model.decoded(belief), latent, observation(window, t - 1)),
                    observation(window, t));
        }
        try (Learner<MultiDataSet> learner = new NetworkLearners(shape, 3, 0.2, new FixedSchedule(1e-2)).create()) {
            LearnerState state = learner.state();
            learner.restore(new LearnerState(state.layout(), parameters, state.moments(), 0), 1);
            assertThat(learner.loss(RssmBatch.of(List.of(window), shape))).isCloseTo(nats / 3, within(2e-5 * nats));
        }
    }

    private static double log(RssmModel model, Said said, Observation came) {
        float[] ink = said.given(came.frame());
        double log = 0;
        for (int i = 0; i < ink.length; i++) {
            log += Math.log(came.frame()[i] > 0 ? ink[i] : 1 - ink[i]);
        }
        float[] deviation = model.head().proprioDeviation();
        for (int i = 0; i < deviation.length; i++) {
            double off =
                    (came.proprio()[came.proprio().length - deviation.length + i] - said.proprio()[i]) / deviation[i];
            log -= off * off / 2 + Math.log(deviation[i]) + Math.log(2 * Math.PI) / 2;
        }
        return log;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theProbabilitiesOfAllFramesSumToOne(RssmShape shape) {
        Prediction said = said(shape, RandomWindows.of(shape.senses(), 4, 5), 3);
        double sum = 0;
        for (int number = 0; number < 1 << 16; number++) {
            float[] frame = bits(number);
            float[] ink = said.ink(new float[][] {frame})[0];
            double p = 1;
            for (int i = 0; i < frame.length; i++) {
                p *= frame[i] > 0 ? ink[i] : 1 - ink[i];
            }
            sum += p;
        }
        assertThat(sum).isCloseTo(1, within(1e-4));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aPixelIsToldOfEarlierOnesAlone(RssmShape shape) {
        Window window = RandomWindows.of(shape.senses(), 4, 5);
        Prediction said = said(shape, window, 3);
        float[] came = observation(window, 3).frame();
        float[] before = said.ink(new float[][] {came})[0];
        int[] order = shape.head().order();
        for (int changed = 0; changed < order.length; changed++) {
            float[] other = came.clone();
            other[order[changed]] = 1 - other[order[changed]];
            float[] after = said.ink(new float[][] {other})[0];
            for (int i = 0; i <= changed; i++) {
                assertThat(after[order[i]]).as("pixel %d of %d", i, changed).isEqualTo(before[order[i]]);
            }
            assertThat(Arrays.equals(after, before)).as("%d", changed).isEqualTo(changed == order.length - 1);
        }
    }

    /** It is worked out only when it is asked for. */
    @ParameterizedTest
    @MethodSource("shapes")
    void aPredictionStaysWhatItIsWhateverComesLater(RssmShape shape) {
        Window window = RandomWindows.of(shape.senses(), 6, 5);
        Window other = RandomWindows.of(shape.senses(), 6, 9);
        WorldModel model = shape.model(scattered(shape));
        for (int t = 1; t < 5; t++) {
            float[][] action = {action(window, t - 1)};
            Belief belief = model.begin(List.of(prompt(window, t)));
            Prediction prediction = belief.predict(action);
            belief.observe(action, List.of(observation(other, t)));
            Prediction alone = model.begin(List.of(prompt(window, t))).predict(action);
            assertThat(prediction.ink()).isDeepEqualTo(alone.ink());
            assertThat(prediction.proprio().mean(0)).isEqualTo(alone.proprio().mean(0));
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void warmSamplesComeAsOftenAsTheModelSaysAndColdOnesAreAlike(RssmShape shape) {
        RssmConfig many = shape.sizes();
        RssmShape finer = new RssmShape(
                3,
                shape.senses(),
                new RssmConfig(many.width(), many.latents(), many.classes(), many.hidden(), many.told(), 2000, 0, 0),
                shape.config());
        Prediction said = said(finer, RandomWindows.of(shape.senses(), 4, 5), 3);
        SplittableRandom random = new SplittableRandom(2);
        int first = shape.head().order()[0];
        double ink = IntStream.range(0, 3000)
                .mapToDouble(i -> said.sample(List.of(random)).get(0).frame()[first])
                .average()
                .orElseThrow();
        assertThat(ink).isCloseTo(said.ink()[0][first], within(0.05));
        float[] cold =
                said.sample(List.of(new SplittableRandom(1)), 1e-4).get(0).frame();
        assertThat(said.sample(List.of(new SplittableRandom(3)), 1e-4).get(0).frame())
                .isEqualTo(cold);
    }

    /** Whether it is shown what comes, or goes on with what it drew. */
    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsHeldGoesOnBitForBit(RssmShape shape) {
        Window window = RandomWindows.of(shape.senses(), 10, 5);
        Belief belief = shape.model(scattered(shape)).begin(List.of(prompt(window, 3), prompt(window, 5)));
        for (int t = 5; t < 9; t++) {
            float[][] action = {action(window, t), action(window, t - 1)};
            Prediction prediction = belief.predict(action);
            Belief other = shape.model(scattered(shape)).begin(belief.held());
            Prediction same = other.predict(action);
            assertThat(same.ink()).isDeepEqualTo(prediction.ink());
            if (t % 2 == 0 || shape.senses().said() < shape.senses().proprio()) { // what is said is no observation
                List<Observation> next = List.of(observation(window, t), observation(window, t + 1));
                belief.observe(action, next);
                other.observe(action, next);
            } else {
                belief.imagine(action, prediction, prediction.sample(randoms(t)));
                other.imagine(action, same, same.sample(randoms(t)));
            }
            assertThat(latents(other)).isEqualTo(latents(belief));
        }
    }

    private static List<SplittableRandom> randoms(long seed) {
        return List.of(new SplittableRandom(seed), new SplittableRandom(seed + 1));
    }

    private static List<Floats> latents(Belief belief) {
        return belief.held().stream().map(Prompt::latent).toList();
    }

    @Test
    void anotherNetworksLatentIsRefused() {
        RssmShape shape = shapes().findFirst().orElseThrow();
        Prompt other = new Prompt(
                List.of(observation(RandomWindows.of(shape.senses(), 1, 5), 0)), List.of(), Floats.of(new float[4]));
        assertThatThrownBy(() -> shape.model(scattered(shape)).begin(List.of(other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Cannot go on from 4 held numbers: the network holds 12");
    }

    @Test
    void settingsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> new RssmConfig(5, 3, 1, 4, false, 2, 0, 0))
                .hasMessageContaining("model.rssm.classes=1");
        assertThatThrownBy(() -> new RssmConfig(5, 0, 0, 4, false, 2, 0, 0)).hasMessageContaining("latents=0");
        assertThatThrownBy(() -> new RssmConfig(5, 3, 0, 4, false, 2, 1, 0))
                .hasMessageContaining("model.rssm.balance=1.0");
    }

    static Prediction said(RssmShape shape, Window window, int t) {
        return shape.model(scattered(shape))
                .begin(List.of(prompt(window, t)))
                .predict(new float[][] {action(window, t - 1)});
    }

    private static float[] bits(int number) {
        float[] bits = new float[16];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = number >> i & 1;
        }
        return bits;
    }

    /** Large enough that everything matters. */
    static Floats scattered(ModelShape shape) {
        Random random = new Random(2);
        float[] values = new float[shape.parameters()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (0.5 * random.nextGaussian());
        }
        return Floats.of(values);
    }
}
