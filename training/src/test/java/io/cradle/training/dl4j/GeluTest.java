package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Slopes of GELU that a tape computes, in single precision, as models are trained. */
class GeluTest {
    @ParameterizedTest
    @ValueSource(doubles = {-1e6, -88, -26.5, -3, -0.5, 0, 0.5, 3, 19.9, 20, 20.1, 26, 26.07, 26.6, 88, 1e6})
    void theSlopeIsThatOfItsFormulaHoweverLargeItsArgument(double x) {
        double p = 1 / (1 + Math.exp(-1.702 * x));

        assertThat(slope(x)).isCloseTo(p + 1.702 * x * p * (1 - p), within(2e-6));
    }

    private static double slope(double value) {
        SameDiff graph = SameDiff.create();
        INDArray at = Nd4j.create(new float[] {(float) value, 1}, new long[] {1, 2}, DataType.FLOAT);
        SDVariable x = graph.var("x", at);
        graph.nn.gelu(x).sum().rename("loss");
        graph.setLossVariables("loss");
        Hush.during(graph::createGradFunction);
        String gradient = x.getGradient().name();
        Map<String, INDArray> given = new HashMap<>(Map.of("x", at, gradient, at.like()));
        Tape tape = new Tape(graph.getFunction("grad"), given, List.of(gradient));
        tape.run();
        return tape.array(gradient).getDouble(0, 0);
    }
}
