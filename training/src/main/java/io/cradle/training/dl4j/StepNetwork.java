package io.cradle.training.dl4j;

import io.cradle.training.model.StepShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;

/**
 * A single-step network as a SameDiff graph: the last K observations and an action {@code [N, 1, K * (F + P) + A]} in, through dense layers
 * with ReLU into a head.
 */
final class StepNetwork {
    /** Name of the input {@code [N, 1, K * (F + P) + A]}. */
    static final String PAST = "past";
    /** Name of the loss. */
    static final String LOSS = "loss";

    private StepNetwork() {}

    /**
     * A new network with random weights (He et al., "Delving deep into rectifiers", 2015).
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(StepShape shape, long seed, double meanInk, DataType type) {
        Initial initial = new Initial(SameDiff.create(), type, new Random(seed));
        int below = shape.inputs();
        SDVariable x = initial.rows(initial.input(PAST, 1, below), below);
        for (int number = 0; number < shape.hidden().size(); number++) {
            int width = shape.hidden().get(number);
            String layer = StepShape.layer(number);
            SDVariable z = initial.linear(x, layer + StepShape.WEIGHTS, below, width, Math.sqrt(2.0 / below));
            SDVariable bias = initial.constant(layer + StepShape.BIAS, width, 0);
            x = initial.positive(initial.graph().nn.biasAdd(z, bias, false));
            below = width;
        }
        HeadGraph head = new HeadGraph(shape.head(), initial, 1, meanInk);
        head.cost(x, proprio(shape, initial)).rename(LOSS);
        initial.graph().setLossVariables(LOSS);
        List<String> features = new ArrayList<>(List.of(PAST));
        features.addAll(HeadGraph.features(shape.head()));
        return new SameDiffModel(initial.graph(), features, HeadGraph.labels(shape.head()), LOSS);
    }

    private static SDVariable proprio(StepShape shape, Initial initial) {
        int size = shape.senses().proprio();
        return size == 0 ? null : initial.rows(initial.input(HeadGraph.PROPRIO, 1, size), size);
    }
}
