package io.cradle.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Gradients of graphs beside finite differences. */
final class Slopes {
    private static final double STEP = 1e-5;

    private Slopes() {}

    /** Parameters so large that everything matters: initial ones are so small that hardly anything would depend on some. */
    static FlatVector scattered(SameDiffModel model) {
        FlatVector parameters = FlatVector.of(model.variables());
        Random random = new Random(2);
        for (int i = 0; i < parameters.vector().length(); i++) {
            parameters.vector().putScalar(i, 0.5 * random.nextGaussian());
        }
        return parameters;
    }

    /** As a tape computes them. */
    static FlatVector gradients(SameDiffModel model, Map<String, INDArray> given) {
        Hush.during(model.graph()::createGradFunction);
        FlatVector gradients = FlatVector.like(model.variables());
        Map<String, INDArray> arrays = new HashMap<>(given);
        List<String> wanted = new ArrayList<>();
        gradients.parts().forEach((name, part) -> {
            wanted.add(model.graph().getVariable(name).getGradient().name());
            arrays.put(wanted.get(wanted.size() - 1), part);
        });
        new Tape(model.graph().getFunction("grad"), arrays, wanted).run();
        return gradients;
    }

    /** What a tape's loss is now. */
    static double loss(Tape tape) {
        tape.run();
        return tape.array("loss").getDouble(0);
    }

    /**
     * Asserts that gradients are finite differences of the loss.
     *
     * @param parameters that the tape reads; in the end what they were
     * @param every so many of them
     * @param tolerance of a slope, absolute below 1 and relative above: a rectifier's kink may lie between two points
     */
    static void assertAgree(INDArray gradients, INDArray parameters, Tape loss, int every, double tolerance) {
        for (int i = 0; i < parameters.length(); i += every) {
            double value = parameters.getDouble(i);
            parameters.putScalar(i, value + STEP);
            double above = loss(loss);
            parameters.putScalar(i, value - STEP);
            double below = loss(loss);
            parameters.putScalar(i, value);
            double slope = (above - below) / (2 * STEP);
            assertThat(gradients.getDouble(i))
                    .as("parameter %d", i)
                    .isCloseTo(slope, within(tolerance * (1 + Math.abs(slope))));
        }
    }
}
