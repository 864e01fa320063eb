package io.cradle.training.dl4j;

import static io.cradle.training.dl4j.Slopes.assertAgree;
import static io.cradle.training.dl4j.Slopes.gradients;
import static io.cradle.training.dl4j.Slopes.scattered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.cradle.dataset.window.Window;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.HeadConfig;
import io.cradle.training.model.RandomWindows;
import io.cradle.training.model.RssmConfig;
import io.cradle.training.model.RssmShape;
import io.cradle.training.model.Senses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/** The graph of a recurrent state-space model. */
class RssmNetworkTest {

    static Stream<RssmShape> shapes() {
        return Stream.of(
                shape(new RssmConfig(5, 3, 0, 4, false, 2, 0, 0), 0),
                shape(new RssmConfig(5, 3, 0, 4, true, 2, 0, 0.5), 3),
                shape(new RssmConfig(5, 3, 0, 4, false, 2, 0.8, 0), 3),
                shape(new RssmConfig(5, 3, 0, 4, true, 2, 0.5, 0.5), 3),
                shape(new RssmConfig(5, 2, 3, 4, false, 2, 0, 0), 3),
                shape(new RssmConfig(5, 2, 3, 4, false, 2, 0.8, 0), 0),
                new RssmShape(
                        2,
                        new Senses(4, 4, 4, 2, 2),
                        new RssmConfig(5, 2, 3, 4, true, 2, 0, 0),
                        new HeadConfig(2, 3, false)));
    }

    private static RssmShape shape(RssmConfig sizes, int proprio) {
        return new RssmShape(2, new Senses(4, 4, proprio, 2), sizes, new HeadConfig(2, 3, proprio > 0));
    }

    /** Against finite differences of the same graph in which what has no gradient is held at what it was. */
    @ParameterizedTest
    @MethodSource("shapes")
    void gradientsAgreeWithFiniteDifferencesOfWhatIsNotStopped(RssmShape shape) {
        SameDiffModel network = network(shape, Stops.COUNTING);
        FlatVector parameters = scattered(network);
        Map<String, INDArray> given = given(shape, network, parameters);
        INDArray gradients = gradients(network, given).vector();
        Tape loss = new Tape(held(shape, given).graph(), given, List.of("loss"));
        assertAgree(gradients, parameters.vector(), loss, 7, 3e-5);
    }

    /** The graph whose stopped numbers are placeholders, and in {@code given} what they are. */
    private static SameDiffModel held(RssmShape shape, Map<String, INDArray> given) {
        List<String> names = new ArrayList<>();
        SameDiffModel watched = network(shape, x -> {
            SDVariable stopped = Stops.COUNTING.stop(x);
            names.add(stopped.name());
            return stopped;
        });
        Tape tape = new Tape(watched.graph(), given, names);
        tape.run();
        List<INDArray> stopped =
                names.stream().map(name -> tape.array(name).dup('c')).toList();
        List<String> places = new ArrayList<>();
        SameDiffModel held = network(shape, x -> {
            places.add("held" + places.size());
            return x.getSameDiff()
                    .placeHolder(
                            places.get(places.size() - 1),
                            DataType.DOUBLE,
                            stopped.get(places.size() - 1).shape());
        });
        for (int i = 0; i < stopped.size(); i++) {
            given.put(places.get(i), stopped.get(i));
        }
        return held;
    }

    @Test
    void whatIsRoundedIsWhatItWasAndHasNoGradient() {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.createFromArray(0.3f, -7.25f, 12.5f));
        SDVariable y = graph.math.exp(x.mul(0.1)).mul(Stops.COUNTING.stop(x)).sum();
        y.rename("loss");
        graph.setLossVariables("loss");
        Hush.during(graph::createGradFunction);
        INDArray gradient = graph.calculateGradients(Map.of(), "x").get("x");
        assertThat(graph.output(Map.of(), "loss").get("loss").getDouble(0))
                .isCloseTo(0.3 * Math.exp(0.03) - 7.25 * Math.exp(-0.725) + 12.5 * Math.exp(1.25), within(1e-5));
        assertThat(gradient.getDouble(2)).isCloseTo(0.1 * 12.5 * Math.exp(1.25), within(1e-5));
    }

    @Test
    void balancingScalesThePriorsGradient() {
        INDArray plain = priorGradient(0, 0);
        assertThat(plain.norm2Number().doubleValue()).isPositive();
        assertThat(priorGradient(0.8, 0).sub(plain.mul(0.8)).norm2Number().doubleValue())
                .isLessThan(1e-5 * plain.norm2Number().doubleValue());
    }

    @Test
    void balancedThePriorFollowsHoweverMuchIsFree() {
        assertThat(priorGradient(0.8, 1000)).isEqualTo(priorGradient(0.8, 0));
        assertThat(priorGradient(0, 1000).norm2Number().doubleValue()).isZero();
    }

    @Test
    void whatIsFreeMovesNoPosterior() {
        assertThat(gradient(RssmShape.POSTERIOR, 0.8, 1000)).isEqualTo(gradient(RssmShape.POSTERIOR, 0, 1000));
        assertThat(gradient(RssmShape.POSTERIOR, 0.8, 0)).isNotEqualTo(gradient(RssmShape.POSTERIOR, 0.8, 1000));
    }

    private static INDArray priorGradient(double balance, double free) {
        return gradient(RssmShape.PRIOR, balance, free);
    }

    /** Of the last biases of a part. */
    private static INDArray gradient(String part, double balance, double free) {
        RssmShape shape = shape(new RssmConfig(5, 3, 0, 4, false, 2, balance, free), 0);
        SameDiffModel network = network(shape, Stops.COUNTING);
        FlatVector parameters = scattered(network);
        Map<String, INDArray> given = given(shape, network, parameters);
        return gradients(network, given).parts().get(part + RssmShape.OUT + RssmShape.BIAS);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void namesAndShapesAreThoseOfTheGraph(RssmShape shape) {
        Map<String, INDArray> variables = network(shape, Stops.COUNTING).variables();
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
    void theSameSeedGivesTheSameBitsAndAnotherOneOthers(RssmShape shape) {
        assertThat(trained(shape, 5)).isEqualTo(trained(shape, 5)).isNotEqualTo(trained(shape, 6));
    }

    /** Also whatever was done before. */
    private static LearnerState trained(RssmShape shape, long seed) {
        try (Learner<org.nd4j.linalg.dataset.api.MultiDataSet> learner =
                new NetworkLearners(shape, 3, 0.2, new FixedSchedule(1e-2)).create()) {
            LearnerState first = learner.state();
            MultiDataSet batch = batch(shape);
            learner.fit(batch);
            learner.restore(first, seed);
            learner.fit(batch);
            learner.fit(batch);
            assertThat(learner.loss(batch)).isEqualTo(learner.loss(batch));
            return learner.state();
        }
    }

    private static SameDiffModel network(RssmShape shape, Stops stops) {
        Initial initial = new Initial(SameDiff.create(), DataType.DOUBLE, new Random(3));
        return RssmNetwork.create(shape, 0.2, initial, stops);
    }

    private static MultiDataSet batch(RssmShape shape) {
        List<Window> windows = List.of(
                RandomWindows.of(shape.senses(), shape.frames() + 1, 5),
                RandomWindows.of(shape.senses(), shape.frames() + 1, 6));
        return RssmBatch.of(windows, shape);
    }

    private static Map<String, INDArray> given(RssmShape shape, SameDiffModel network, FlatVector parameters) {
        Map<String, INDArray> given = new HashMap<>(parameters.parts());
        MultiDataSet batch = batch(shape);
        List<INDArray> arrays = new ArrayList<>(List.of(batch.getFeatures()));
        arrays.addAll(List.of(batch.getLabels()));
        for (int i = 0; i < arrays.size(); i++) {
            given.put(network.inputs().get(i), arrays.get(i).castTo(DataType.DOUBLE));
        }
        INDArray noise = Nd4j.create(DataType.DOUBLE, 2, shape.frames() + 1, shape.latent());
        network.noise().get(RssmNetwork.NOISE).fill(noise, new SplittableRandom(7));
        given.put(RssmNetwork.NOISE, noise);
        return given;
    }
}
