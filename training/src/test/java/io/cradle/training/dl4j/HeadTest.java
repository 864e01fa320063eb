package io.cradle.training.dl4j;

import static io.cradle.training.dl4j.Slopes.assertAgree;
import static io.cradle.training.dl4j.Slopes.gradients;
import static io.cradle.training.dl4j.Slopes.scattered;
import static io.cradle.training.model.RandomWindows.observation;
import static io.cradle.training.model.RandomWindows.prompt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.Belief;
import io.cradle.training.model.Floats;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.HeadShape;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.RandomWindows;
import io.cradle.training.model.Senses;
import io.cradle.training.model.StepShape;
import io.cradle.training.model.TransformerConfig;
import io.cradle.training.model.TransformerShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;

/** What networks with a head say in plain Java, beside the graphs that are trained. */
class HeadTest {
    private static final Senses FELT = new Senses(4, 4, 3, 2);
    private static final Senses BLIND = new Senses(4, 4, 0, 2);
    private static final Senses MOVING = new Senses(4, 4, 6, 3, 2);

    private record Case(ModelShape shape, HeadShape head) {
        SameDiffModel network(DataType type) {
            return shape instanceof StepShape step
                    ? StepNetwork.create(step, 3, 0.2, type)
                    : TransformerNetwork.create((TransformerShape) shape, 3, 0.2, type);
        }

        MultiDataSet batch(List<Window> windows) {
            return shape instanceof StepShape step
                    ? StepBatch.of(windows, step)
                    : SequenceBatch.of(windows, (TransformerShape) shape);
        }
    }

    static Stream<Case> cases() {
        Stream<Case> plain = Stream.of(
                        new HeadConfig(1, 1, false),
                        new HeadConfig(1, 1, true),
                        new HeadConfig(2, 5, false),
                        new HeadConfig(4, 3, true))
                .flatMap(head -> Stream.of(FELT, BLIND).flatMap(senses -> cases(senses, head)));
        return Stream.concat(plain, cases(MOVING, new HeadConfig(2, 5, true)));
    }

    private static Stream<Case> cases(Senses senses, HeadConfig head) {
        StepShape step = new StepShape(2, senses, List.of(7, 6), head);
        TransformerShape transformer = new TransformerShape(3, senses, new TransformerConfig(6, 1, 2), head);
        return Stream.of(new Case(step, step.head()), new Case(transformer, transformer.head()));
    }

    /** Whose loss is of one observation, and no mean over places. */
    static Stream<Case> singleSteps() {
        return cases().filter(each -> each.shape() instanceof StepShape);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void plainJavaSaysWhatTheTrainedGraphSays(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        FlatVector parameters = scattered(each.network(DataType.FLOAT));
        Map<String, INDArray> given = given(each, parameters, List.of(window));
        Tape tape = new Tape(each.network(DataType.FLOAT).graph(), given, List.of(HeadGraph.LOGITS));
        tape.run();
        float[] logits = tape.array(HeadGraph.LOGITS).dup('c').data().asFloat();
        Prediction said = said(each, parameters, window);
        float[] ink = said.ink(new float[][] {frame(window, each.shape().frames())})[0];
        int[] order = each.head().order();
        for (int i = 0; i < order.length; i++) {
            double expected = 1 / (1 + Math.exp(-logits[logits.length - order.length + i]));
            assertThat((double) ink[order[i]]).as("pixel %d", order[i]).isCloseTo(expected, within(1e-5));
        }
    }

    @ParameterizedTest
    @MethodSource("singleSteps")
    void theLossIsMinusTheLogLikelihoodOfFrameAndProprio(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        FlatVector parameters = scattered(each.network(DataType.FLOAT));
        Tape tape = new Tape(
                each.network(DataType.FLOAT).graph(), given(each, parameters, List.of(window)), List.of("loss"));
        tape.run();
        Prediction said = said(each, parameters, window);
        float[] came = frame(window, each.shape().frames());
        float[] ink = said.ink(new float[][] {came})[0];
        double nats = 0;
        for (int i = 0; i < came.length; i++) {
            nats -= Math.log(came[i] > 0 ? ink[i] : 1 - ink[i]);
        }
        Senses senses = each.head().senses();
        for (int i = 0; i < senses.said(); i++) {
            double deviation = said.proprio().deviation()[i];
            double off =
                    (window.require(Layout.PROPRIO).floats(each.shape().frames())[senses.proprio() - senses.said() + i]
                                    - said.proprio().mean(0)[i])
                            / deviation;
            nats += off * off / 2 + Math.log(deviation) + Math.log(2 * Math.PI) / 2;
        }
        assertThat(tape.array("loss").getDouble(0)).isCloseTo(nats, within(1e-4 * Math.abs(nats)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void gradientsAgreeWithFiniteDifferences(Case each) {
        SameDiffModel network = each.network(DataType.DOUBLE);
        FlatVector parameters = scattered(network);
        List<Window> windows = List.of(
                RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5),
                RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 6));
        Map<String, INDArray> given = given(each, parameters, windows);
        INDArray gradients = gradients(network, given).vector();
        assertAgree(gradients, parameters.vector(), new Tape(network.graph(), given, List.of("loss")), 3, 1e-5);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aPixelIsToldOfEarlierGroupsAlone(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        Prediction said = said(each, scattered(each.network(DataType.FLOAT)), window);
        float[] came = frame(window, each.shape().frames());
        float[] before = said.ink(new float[][] {came})[0];
        int[] order = each.head().order();
        int size = each.head().groupPixels();
        for (int changed = 0; changed < order.length; changed++) {
            float[] other = came.clone();
            other[order[changed]] = 1 - other[order[changed]];
            float[] after = said.ink(new float[][] {other})[0];
            for (int i = 0; i < (changed / size + 1) * size; i++) {
                assertThat(after[order[i]]).as("pixel %d of %d", i, changed).isEqualTo(before[order[i]]);
            }
            boolean last = changed / size == each.head().groups() - 1;
            assertThat(Arrays.equals(after, before)).as("%d", changed).isEqualTo(last);
        }
    }

    /** At every place of the graph that is trained, not only the last, which is all that a prediction shows. */
    @ParameterizedTest
    @MethodSource("cases")
    void logitsOfTheGraphDependOnThePresentThePastAndEarlierGroupsAlone(Case each) {
        SameDiffModel network = each.network(DataType.DOUBLE);
        Map<String, INDArray> given = given(
                each,
                scattered(network),
                List.of(RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5)));
        Tape tape = new Tape(network.graph(), given, List.of(HeadGraph.LOGITS));
        for (String input : network.inputs()) {
            INDArray values = given.get(input);
            for (int place = 0; place < values.size(1); place++) {
                for (int number = 0; number < values.size(2); number++) {
                    double[] before = logits(tape);
                    values.putScalar(new int[] {0, place, number}, 1.5 - values.getDouble(0, place, number));
                    int known =
                            input.equals(HeadGraph.NEXT) ? number / each.head().groupPixels() + 1 : 0;
                    int same = place * each.head().order().length
                            + known * each.head().groupPixels();
                    assertThat(Arrays.mismatch(logits(tape), before))
                            .as("%s %d %d", input, place, number)
                            .matches(first -> first < 0 || first >= same);
                }
            }
        }
    }

    private static double[] logits(Tape tape) {
        tape.run();
        return tape.array(HeadGraph.LOGITS).dup('c').data().asDouble();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whoSaysChangesBeginsAtCopyLast(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        SameDiffModel network = each.network(DataType.FLOAT);
        Prediction said = said(each, FlatVector.of(network.variables()), window);
        float[] last = frame(window, each.shape().frames() - 1);
        float[] ink = said.ink(new float[][] {last})[0];
        for (int i = 0; i < ink.length; i++) {
            boolean flipped = each.head().config().residual() && last[i] > 0;
            assertThat((double) ink[i]).isCloseTo(flipped ? 0.8 : 0.2, within(0.1));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theProbabilitiesOfAllFramesSumToOne(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        Prediction said = said(each, scattered(each.network(DataType.FLOAT)), window);
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
    @MethodSource("cases")
    void coldSamplesAreTheLikeliestFrameAndWarmOnesComeAsOftenAsTheModelSays(Case each) {
        Window window = RandomWindows.of(each.head().senses(), each.shape().frames() + 1, 5);
        Prediction said = said(each, scattered(each.network(DataType.FLOAT)), window);
        Observation cold = said.sample(List.of(new SplittableRandom(1)), 1e-4).get(0);
        assertThat(cold.frame()).isEqualTo(said.cut().get(0).frame());
        SplittableRandom random = new SplittableRandom(2);
        int first = each.head().order()[0];
        double p = said.ink()[0][first]; // of the first group: given nothing
        double ink = IntStream.range(0, 4000)
                .mapToDouble(i -> said.sample(List.of(random)).get(0).frame()[first])
                .average()
                .orElseThrow();
        assertThat(ink).isCloseTo(p, within(0.03));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsHeldGoesOnBitForBit(Case each) {
        FlatVector parameters = scattered(each.network(DataType.FLOAT));
        Window window = RandomWindows.of(each.head().senses(), 10, 5);
        Belief belief = each.shape().model(floats(parameters)).begin(List.of(prompt(window, 3)));
        Belief other = each.shape().model(floats(parameters)).begin(belief.held());
        for (int t = 2; t < 8; t++) {
            float[][] action = {window.require(Layout.ACTION).floats(t)};
            assertThat(other.predict(action).ink())
                    .isDeepEqualTo(belief.predict(action).ink());
            List<Observation> next = List.of(observation(window, t + 1));
            belief.observe(action, next);
            other.observe(action, next);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void namesAndShapesAreThoseOfTheGraph(Case each) {
        Map<String, int[]> shapes = each.shape() instanceof StepShape step
                ? step.variables()
                : ((TransformerShape) each.shape()).variables();
        Map<String, INDArray> variables = each.network(DataType.FLOAT).variables();
        assertThat(variables.keySet()).isEqualTo(new TreeSet<>(shapes.keySet()));
        variables.forEach((name, array) -> assertThat(array.shape())
                .as(name)
                .containsExactly(Arrays.stream(shapes.get(name)).asLongStream().toArray()));
        assertThat(FlatVector.of(variables).vector().length())
                .isEqualTo(each.shape().parameters());
    }

    @Test
    void aGridMustDivideTheFrame() {
        assertThatThrownBy(() -> new HeadShape(FELT, new HeadConfig(3, 5, false), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Invalid model.head.grid=3: must divide frames of 4 x 4");
        assertThatThrownBy(() -> new HeadConfig(0, 5, false)).hasMessageContaining("model.head.grid=0");
    }

    private static Prediction said(Case each, FlatVector parameters, Window window) {
        int now = each.shape().frames() - 1;
        return each.shape()
                .model(floats(parameters))
                .begin(List.of(prompt(window, now + 1)))
                .predict(new float[][] {window.require(Layout.ACTION).floats(now)});
    }

    private static float[] frame(Window window, int t) {
        return window.require(Layout.FRAME).floats(t);
    }

    private static float[] bits(int number) {
        float[] bits = new float[16];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = number >> i & 1;
        }
        return bits;
    }

    private static Floats floats(FlatVector parameters) {
        return Vectors.floats(parameters.vector());
    }

    private static Map<String, INDArray> given(Case each, FlatVector parameters, List<Window> windows) {
        Map<String, INDArray> given = new HashMap<>(parameters.parts());
        MultiDataSet batch = each.batch(windows);
        List<INDArray> arrays = new ArrayList<>(List.of(batch.getFeatures()));
        arrays.addAll(List.of(batch.getLabels()));
        List<String> names = each.network(DataType.FLOAT).inputs();
        for (int i = 0; i < names.size(); i++) {
            given.put(names.get(i), arrays.get(i).castTo(parameters.vector().dataType()));
        }
        return given;
    }
}
