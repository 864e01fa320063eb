package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class StraightThroughTest {
    private static final double[] NUMBERS = {-3.7, -1.25, -1e-3, 1e-3, 0.4999, 0.5, 2.718};

    @Test
    void whatIsStoppedIsTheSame() {
        double[] same = value(Stops.COUNTING::stop);
        for (int i = 0; i < same.length; i++) {
            assertThat(same[i]).isCloseTo(NUMBERS[i], within(5e-7));
        }
    }

    @Test
    void noGradientGoesBackThroughIt() {
        assertThat(gradient(x -> x.mul(Stops.COUNTING.stop(x)))).containsExactly(value(Stops.COUNTING::stop));
    }

    @Test
    void bitsAreWhatTheyAreWithTheGradientOfTheirProbability() {
        double[] bits = value(x -> StraightThrough.bits(x, 1));
        double[] gradient = gradient(x -> StraightThrough.bits(x, 1));
        double[] half = gradient(x -> StraightThrough.bits(x, 0.5));
        for (int i = 0; i < NUMBERS.length; i++) {
            double p = 1 / (1 + Math.exp(-NUMBERS[i]));
            assertThat(bits[i]).isCloseTo(NUMBERS[i] > 0 ? 1 : 0, within(1e-6));
            assertThat(gradient[i]).isCloseTo(p * (1 - p), within(1e-9));
            assertThat(half[i]).isCloseTo(p * (1 - p) / 2, within(1e-9));
        }
    }

    @Test
    void bitsWithoutWeightAreConstants() {
        assertThat(value(x -> StraightThrough.bits(x, 0))).containsExactly(0, 0, 0, 1, 1, 1, 1);
        double[] p = gradient(x -> x.mul(StraightThrough.bits(x, 0)));
        assertThat(p).containsExactly(0, 0, 0, 1, 1, 1, 1);
    }

    private static double[] value(UnaryOperator<SDVariable> function) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.createFromArray(NUMBERS));
        String y = function.apply(x).name();
        Tape tape = new Tape(graph, Map.of(), List.of(y));
        tape.run();
        return tape.array(y).dup().data().asDouble();
    }

    /** Of the sum, as a tape computes it. */
    private static double[] gradient(UnaryOperator<SDVariable> function) {
        SameDiff graph = SameDiff.create();
        SDVariable x = graph.var("x", Nd4j.createFromArray(NUMBERS));
        function.apply(x).sum("loss");
        graph.setLossVariables("loss");
        Hush.during(graph::createGradFunction);
        String name = graph.getVariable("x").getGradient().name();
        Map<String, INDArray> given = new HashMap<>(Map.of("x", Nd4j.createFromArray(NUMBERS)));
        Tape tape = new Tape(graph.getFunction("grad"), given, List.of(name));
        tape.run();
        return tape.array(name).dup().data().asDouble();
    }
}
