package io.cradle.training.dl4j;

import io.cradle.training.model.CodeShape;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** Observations into the logits of binary codes and back, as part of a graph. {@link CodeShape} has the formula. */
final class CodecGraph {
    private static final double SPREAD = 0.02;

    private final CodeShape shape;
    private final Initial initial;
    private final SameDiff graph;
    private final double meanInk;

    /** @param meanInk share of pixels that are ink, in (0, 1): the output starts there */
    CodecGraph(CodeShape shape, Initial initial, double meanInk) {
        this.shape = shape;
        this.initial = initial;
        this.graph = initial.graph();
        this.meanInk = meanInk;
    }

    /**
     * Logits {@code [N, bits]} of codes.
     *
     * @param seen {@code [N, F + P]}
     */
    SDVariable logits(SDVariable seen) {
        int hidden = shape.config().hidden();
        double active =
                Math.max(1, meanInk * shape.senses().pixels()) + shape.senses().proprio();
        SDVariable inner = layer(seen, CodeShape.ENCODER, shape.senses().observed(), hidden, Math.sqrt(2 / active));
        return layer(initial.positive(inner), CodeShape.BITS, hidden, shape.bits(), Math.sqrt(2.0 / hidden));
    }

    /**
     * What it costs to say observations given their codes, nats an observation: a scalar.
     *
     * @param codes {@code [N, bits]}
     * @param frames {@code [N, F]}
     * @param proprio {@code [N, P]}; null where P is 0
     */
    SDVariable cost(SDVariable codes, SDVariable frames, SDVariable proprio) {
        int hidden = shape.config().hidden();
        SDVariable inner = layer(codes, CodeShape.DECODER, shape.bits(), hidden, Math.sqrt(4.0 / shape.bits()));
        SDVariable known = initial.positive(inner);
        int pixels = shape.senses().pixels();
        SDVariable scores = initial.linear(known, CodeShape.FRAME + CodeShape.WEIGHTS, hidden, pixels, SPREAD);
        SDVariable bias = initial.constant(CodeShape.FRAME + CodeShape.BIAS, pixels, Math.log(meanInk / (1 - meanInk)));
        SDVariable logits = graph.nn.biasAdd(FbtNetwork.DECODED, scores, bias, false);
        SDVariable frame = BitLoss.nats(graph, logits, frames, pixels);
        return proprio == null ? frame : frame.add(proprioCost(known, proprio));
    }

    private SDVariable proprioCost(SDVariable known, SDVariable proprio) {
        int size = shape.senses().proprio();
        SDVariable mean = layer(known, CodeShape.PROPRIO, shape.config().hidden(), size, SPREAD);
        return NormalLoss.OF_STATES.nats(initial, mean, proprio, CodeShape.DEVIATION, size);
    }

    private SDVariable layer(SDVariable x, String name, int in, int out, double spread) {
        SDVariable z = initial.linear(x, name + CodeShape.WEIGHTS, in, out, spread);
        return graph.nn.biasAdd(z, initial.constant(name + CodeShape.BIAS, out, 0), false);
    }
}
