package io.cradle.training.dl4j;

import static io.cradle.training.dl4j.Slopes.assertAgree;
import static io.cradle.training.dl4j.Slopes.gradients;
import static io.cradle.training.dl4j.Slopes.scattered;
import static io.cradle.training.model.RandomWindows.observation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.window.Window;
import io.cradle.training.model.Belief;
import io.cradle.training.model.CodeConfig;
import io.cradle.training.model.Codes;
import io.cradle.training.model.FbtShape;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.model.Observation;
import io.cradle.training.model.Prompt;
import io.cradle.training.model.RandomWindows;
import io.cradle.training.model.Senses;
import io.cradle.training.model.TransformerConfig;
import io.cradle.training.model.WorldModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** The graph of a flat binary transformer, and the plain model beside it. */
class FbtNetworkTest {
    private static final int FRAMES = 3;

    static Stream<FbtShape> shapes() {
        return Stream.of(
                shape(new Senses(4, 4, 3, 2), new HeadConfig(1, 1, false), 0),
                shape(new Senses(4, 4, 0, 1), new HeadConfig(2, 3, true), 0.5),
                shape(new Senses(4, 4, 0, 2), new HeadConfig(2, 3, false), 1));
    }

    private static FbtShape shape(Senses senses, HeadConfig head, double weight) {
        return FbtShape.of(
                ModelConfig.fbt(FRAMES, new TransformerConfig(6, 1, 2), head, new CodeConfig(8, 7, weight)), senses);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void namesAndShapesAreThoseOfThePlainModel(FbtShape shape) {
        Map<String, INDArray> variables = network(shape, DataType.FLOAT).variables();
        assertThat(variables.keySet()).isEqualTo(new TreeSet<>(shape.variables().keySet()));
        variables.forEach((name, array) -> assertThat(array.shape())
                .as(name)
                .containsExactly(Arrays.stream(shape.variables().get(name))
                        .asLongStream()
                        .toArray()));
        assertThat(FlatVector.of(variables).vector().length()).isEqualTo(shape.parameters());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void plainJavaCodesAndDecodesAsTheTrainedGraphDoes(FbtShape shape) {
        Window window = RandomWindows.of(shape.senses(), FRAMES + 1, 5);
        SameDiffModel network = network(shape, DataType.FLOAT);
        FlatVector parameters = scattered(network);
        WorldModel model = shape.model(Vectors.floats(parameters.vector()));
        Tape tape = tape(network, given(shape, network, parameters, List.of(window)));
        float[] codes = array(tape, FbtNetwork.CODES);
        float[] logits = array(tape, FbtNetwork.DECODED);
        for (int t = 0; t <= FRAMES; t++) {
            float[] code = Codes.code(model, observation(window, t));
            float[] ink = Codes.ink(model, code);
            for (int i = 0; i < code.length; i++) {
                assertThat(code[i]).isEqualTo(codes[t * code.length + i] > 0 ? 1 : 0);
            }
            for (int i = 0; i < ink.length; i++) {
                double expected = 1 / (1 + Math.exp(-logits[t * ink.length + i]));
                assertThat((double) ink[i]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theLossIsTheBoundOfThePlainModel(FbtShape shape) {
        Window window = RandomWindows.of(shape.senses(), FRAMES + 1, 5);
        SameDiffModel network = network(shape, DataType.FLOAT);
        FlatVector parameters = scattered(network);
        WorldModel model = shape.model(Vectors.floats(parameters.vector()));
        Tape tape = tape(network, given(shape, network, parameters, List.of(window)));
        double said = 0; // nats of frames 1 … T
        Belief belief = model.begin(List.of(new Prompt(List.of(observation(window, 0)), List.of())));
        double decoded = frame(model, observation(window, 0));
        for (int t = 0; t < FRAMES; t++) {
            List<Observation> came = List.of(observation(window, t + 1));
            float[][] action = {window.require(Layout.ACTION).floats(t)};
            said += belief.predict(action).bound(came).orElseThrow()[0] * Math.log(2);
            belief.observe(action, came);
            decoded += frame(model, came.get(0));
            said -= frame(model, came.get(0)); // what is left is what codes cost
        }
        assertThat(tape.array(FbtNetwork.SAYING).getDouble(0)).isCloseTo(said / FRAMES, within(1e-3));
        if (shape.senses().proprio() == 0) {
            assertThat(tape.array(FbtNetwork.DECODING).getDouble(0)).isCloseTo(decoded / (FRAMES + 1), within(1e-3));
        }
        assertThat(tape.array(FbtNetwork.LOSS).getDouble(0))
                .isCloseTo(
                        tape.array(FbtNetwork.SAYING).getDouble(0)
                                + tape.array(FbtNetwork.DECODING).getDouble(0),
                        within(1e-4));
    }

    /** Nats of a frame given its code. */
    private static double frame(WorldModel model, Observation seen) {
        float[] ink = Codes.ink(model, Codes.code(model, seen));
        double nats = 0;
        for (int i = 0; i < ink.length; i++) {
            nats -= Math.log(seen.frame()[i] > 0 ? ink[i] : 1 - ink[i]);
        }
        return nats;
    }

    /**
     * What is checked is the function that gradients are taken of: bits are w σ(z) and a constant that makes them whole. The loss itself has steps
     * where a logit of a code crosses 0, and is flat in the encoder between them.
     */
    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAgreeWithFiniteDifferencesOfTheSmoothLoss(FbtShape shape) {
        List<Window> windows = List.of(
                RandomWindows.of(shape.senses(), FRAMES + 1, 5), RandomWindows.of(shape.senses(), FRAMES + 1, 6));
        SameDiffModel network = network(shape, DataType.DOUBLE);
        FlatVector parameters = scattered(network);
        Map<String, INDArray> given = given(shape, network, parameters, windows);
        INDArray logits = tape(network, given).array(FbtNetwork.CODES).dup();
        INDArray gradients = gradients(network, given).vector();
        SameDiffModel smooth = smooth(shape, logits);
        Tape loss = new Tape(smooth.graph(), given(shape, smooth, parameters, windows), List.of(FbtNetwork.LOSS));
        assertAgree(gradients, parameters.vector(), loss, 2, 1e-5);
        long felt = Arrays.stream(gradients.dup('c').data().asDouble())
                .filter(slope -> Math.abs(slope) > 1e-3)
                .count();
        assertThat(felt).isGreaterThan(100); // or nothing was checked
    }

    /** Bits that are those of these logits, and go on smoothly from there. */
    private static SameDiffModel smooth(FbtShape shape, INDArray logits) {
        Initial initial = new Initial(SameDiff.create(), DataType.DOUBLE, new Random(3));
        FbtNetwork.Rounding rounding = (z, weight) -> {
            INDArray constant = logits.gt(0).castTo(DataType.DOUBLE);
            INDArray p = Nd4j.math().exp(logits.neg()).add(1).rdiv(1).mul(weight);
            SDVariable rest = initial.graph().constant(constant.sub(p));
            return initial.graph().nn.sigmoid(z).mul(weight).add(rest);
        };
        return FbtNetwork.create(shape, 0.2, rounding, initial);
    }

    /** Nor does the transformer's cost reach the codec, where it has no weight. */
    @ParameterizedTest
    @MethodSource("shapes")
    void whatCodesCostMovesTheEncoderByItsWeightAlone(FbtShape shape) {
        SameDiffModel network = network(shape, DataType.DOUBLE);
        network.graph().setLossVariables(FbtNetwork.SAYING);
        FlatVector parameters = scattered(network);
        Window window = RandomWindows.of(shape.senses(), FRAMES + 1, 5);
        Hush.during(network.graph()::createGradFunction);
        SDVariable gradient = network.graph().getVariable("encoder.bits.bias").getGradient();
        if (shape.code().config().weight() == 0) {
            assertThat(gradient).isNull();
            return;
        }
        Map<String, INDArray> given = given(shape, network, parameters, List.of(window));
        Tape tape = new Tape(network.graph().getFunction("grad"), given, List.of(gradient.name()));
        tape.run();
        assertThat(tape.array(gradient.name()).norm2Number().doubleValue()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsSaidDependsOnThePresentAndThePastAlone(FbtShape shape) {
        SameDiffModel network = network(shape, DataType.DOUBLE);
        Map<String, INDArray> given = given(
                shape,
                network,
                scattered(network),
                List.of(
                        RandomWindows.of(shape.senses(), FRAMES + 1, 5),
                        RandomWindows.of(shape.senses(), FRAMES + 1, 6)));
        int first = shape.dynamics().head().groupPixels(); // said before any of its own code is known
        for (String input : network.inputs()) {
            int steps = input.equals(FbtNetwork.ACTIONS) ? FRAMES : FRAMES + 1;
            for (int changed = 0; changed < steps; changed++) {
                float[] before = array(tape(network, given), HeadGraph.LOGITS);
                INDArray array = given.get(input);
                for (int i = 0; i < array.size(2); i++) {
                    int[] at = {0, changed, i};
                    array.putScalar(at, input.equals(FbtNetwork.FRAMES) ? 1 - array.getDouble(at) : 3);
                }
                float[] after = array(tape(network, given), HeadGraph.LOGITS);
                for (int row = 0; row < 2 * FRAMES; row++) {
                    int from = row * shape.code().bits();
                    boolean same = Arrays.equals(after, from, from + first, before, from, from + first);
                    assertThat(same).as("%s %d, row %d", input, changed, row).isEqualTo(row < changed || row >= FRAMES);
                }
            }
        }
    }

    private static SameDiffModel network(FbtShape shape, DataType type) {
        return FbtNetwork.create(shape, 3, 0.2, type);
    }

    private static Tape tape(SameDiffModel network, Map<String, INDArray> given) {
        Tape tape = new Tape(
                network.graph(),
                given,
                List.of(
                        FbtNetwork.CODES,
                        FbtNetwork.DECODED,
                        FbtNetwork.SAYING,
                        FbtNetwork.DECODING,
                        FbtNetwork.LOSS,
                        HeadGraph.LOGITS));
        tape.run();
        return tape;
    }

    private static float[] array(Tape tape, String name) {
        return tape.array(name).dup('c').castTo(DataType.FLOAT).data().asFloat();
    }

    private static Map<String, INDArray> given(
            FbtShape shape, SameDiffModel network, FlatVector parameters, List<Window> windows) {
        Map<String, INDArray> given = new HashMap<>(parameters.parts());
        MultiDataSet batch = FbtBatch.of(windows, shape);
        List<INDArray> arrays = new ArrayList<>(List.of(batch.getFeatures()));
        arrays.addAll(List.of(batch.getLabels()));
        for (int i = 0; i < arrays.size(); i++) {
            given.put(
                    network.inputs().get(i),
                    arrays.get(i).castTo(parameters.vector().dataType()));
        }
        return given;
    }
}
