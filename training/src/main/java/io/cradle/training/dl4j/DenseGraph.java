package io.cradle.training.dl4j;

import io.cradle.training.model.DenseShape;
import java.util.List;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * {@link DenseNetwork} as a SameDiff graph: the same function of the same parameters, in the same order. DL4J's layers compute their outputs
 * once more on the way back, and a gradient of their inputs that nobody asks for.
 */
final class DenseGraph {
    /** Name of the loss. */
    static final String LOSS = "loss";

    private DenseGraph() {}

    /**
     * The graph at these parameters.
     *
     * @param parameters as DL4J flattens the network's: for each layer its weights, column by column, and its biases
     */
    static SameDiffModel create(DenseShape shape, INDArray parameters) {
        SameDiff graph = SameDiff.create();
        List<Integer> widths = shape.widths();
        SDVariable x = graph.concat(
                1,
                placeholder(graph, DenseNetwork.PAST, parameters, shape.frames() * shape.pixels()),
                placeholder(graph, DenseNetwork.ACTION, parameters, shape.actions()));
        INDArray rest = parameters.reshape(parameters.length());
        for (int layer = 0; layer < widths.size() - 1; layer++) {
            int in = widths.get(layer);
            int out = widths.get(layer + 1);
            String name = "layer%02d.".formatted(layer);
            SDVariable weights = graph.var(name + "0", part(rest, 0, out, in));
            SDVariable bias = graph.var(name + "1", part(rest, (long) in * out, out));
            rest = rest.get(NDArrayIndex.interval((long) (in + 1) * out, rest.length()));
            SDVariable z = graph.nn.biasAdd(graph.mmul(x, weights, false, true, false), bias, false);
            x = layer < widths.size() - 2 ? positive(graph, z) : z;
        }
        SDVariable next = placeholder(graph, DenseNetwork.FRAME, parameters, shape.pixels());
        BitLoss.add(graph, LOSS, x, next, shape.pixels());
        return new SameDiffModel(
                graph, List.of(DenseNetwork.PAST, DenseNetwork.ACTION), List.of(DenseNetwork.FRAME), LOSS);
    }

    /** ReLU; the gradient of ND4J's own takes as long as a layer's matmuls. */
    private static SDVariable positive(SameDiff graph, SDVariable z) {
        return z.add(graph.math.abs(z)).mul(0.5);
    }

    private static INDArray part(INDArray from, long at, long... shape) {
        long length = shape.length == 1 ? shape[0] : shape[0] * shape[1];
        return from.get(NDArrayIndex.interval(at, at + length)).dup('c').reshape('c', shape);
    }

    private static SDVariable placeholder(SameDiff graph, String name, INDArray like, int width) {
        return graph.placeHolder(name, like.dataType(), -1, width);
    }
}
