package io.cradle.training.dl4j;

import io.cradle.training.model.TransformerShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A causal transformer over time (Radford et al., "Language models are unsupervised multitask learners", 2019), as a SameDiff graph: frames
 * {@code [N, T, F]} of bits, proprio {@code [N, T, P]} and actions {@code [N, T, A]} in, and a head that says what observations follow. The
 * token of a time is one dense embedding of all of it, plus one of its place.
 *
 * <p>The loss is the head's: nats, summed over the numbers of an observation and averaged over all N * T observations.
 *
 * <p>It is written for speed: operations are few, whatever is dense sees time folded into the batch, and each formula below is the one that
 * this version of ND4J is fast at (docs/benchmarks/training-step.md). Blocks have no biases (Chowdhery et al., "PaLM", 2022) and norms no
 * weights (Groeneveld et al., "OLMo", 2024).
 */
final class TransformerNetwork {
    /** Name of the input {@code [N, T, F]}. */
    static final String FRAMES = "frames";
    /** Name of the input {@code [N, T, A]}. */
    static final String ACTIONS = "actions";
    /** Name of the loss. */
    static final String LOSS = "loss";

    private static final double SPREAD = 0.02;
    private static final double TINY = 1e-5;
    private static final double FORBIDDEN = -1e9;

    private final TransformerShape shape;
    private final double meanInk;
    private final Initial initial;
    private final SameDiff graph;

    private TransformerNetwork(TransformerShape shape, long seed, double meanInk, DataType type) {
        this.shape = shape;
        this.meanInk = meanInk;
        this.initial = new Initial(SameDiff.create(), type, new Random(seed));
        this.graph = initial.graph();
    }

    /**
     * A new network with random weights.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(TransformerShape shape, long seed, double meanInk, DataType type) {
        TransformerNetwork network = new TransformerNetwork(shape, seed, meanInk, type);
        network.build();
        List<String> features = new ArrayList<>(List.of(FRAMES, ACTIONS));
        features.addAll(HeadGraph.features(shape.head()));
        return new SameDiffModel(network.graph, features, HeadGraph.labels(shape.head()), LOSS);
    }

    private void build() {
        SDVariable mask = mask();
        SDVariable proprio = proprio();
        SDVariable x = tokens(proprio);
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = TransformerShape.block(layer);
            x = x.add(attention(normal(x), mask, name));
            x = x.add(perceptron(normal(x), name));
        }
        new HeadGraph(shape.head(), initial, shape.frames(), meanInk)
                .cost(normal(x), proprio)
                .rename(LOSS);
        graph.setLossVariables(LOSS);
    }

    /** {@code [N * T, P]}; null where P is 0. */
    private SDVariable proprio() {
        int size = shape.senses().proprio();
        return size == 0 ? null : rows(initial.input(HeadGraph.PROPRIO, shape.frames(), size), size);
    }

    /** {@code [N * T, width]}. */
    private SDVariable tokens(SDVariable proprio) {
        SDVariable frames = rows(initial.input(FRAMES, shape.frames(), shape.pixels()), shape.pixels());
        SDVariable actions = rows(initial.input(ACTIONS, shape.frames(), shape.actions()), shape.actions());
        SDVariable joined =
                proprio == null ? graph.concat(1, frames, actions) : graph.concat(1, frames, proprio, actions);
        SDVariable embedded = graph.mmul(joined, weight(TransformerShape.EMBEDDING, shape.inputs(), shape.width()));
        SDVariable places = weight(TransformerShape.POSITION, shape.frames(), shape.width());
        return rows(graph.reshape(embedded, -1, shape.frames(), shape.width()).add(places), shape.width());
    }

    private SDVariable attention(SDVariable x, SDVariable mask, String name) {
        int t = shape.frames();
        int width = shape.headWidth();
        SDVariable joint = graph.mmul(x, weight(name + TransformerShape.QKV, shape.width(), 3 * shape.width()));
        SDVariable apart = graph.permute(graph.reshape(joint, -1, t, 3, shape.heads(), width), 2, 0, 3, 1, 4);
        SDVariable[] qkv = graph.unstack(graph.reshape(apart, 3, -1, t, width), 0, 3); // each [N * heads, T, width]
        SDVariable scores = graph.mmul(qkv[0], qkv[1], false, true, false).mul(1 / Math.sqrt(width));
        SDVariable weights = graph.nn.softmax(scores.add(mask), 2);
        SDVariable seen = graph.reshape(graph.mmul(weights, qkv[2]), -1, shape.heads(), t, width);
        return graph.mmul(
                rows(graph.permute(seen, 0, 2, 1, 3), shape.width()),
                residual(name + TransformerShape.OUT, shape.width(), shape.width()));
    }

    private SDVariable perceptron(SDVariable x, String name) {
        int hidden = TransformerShape.EXPANSION * shape.width();
        SDVariable up = graph.nn.gelu(graph.mmul(x, weight(name + TransformerShape.UP, shape.width(), hidden)));
        return graph.mmul(up, residual(name + TransformerShape.DOWN, hidden, shape.width()));
    }

    /** Layer norm without weights, faster than ND4J's own. */
    private SDVariable normal(SDVariable x) {
        SDVariable centred = x.sub(x.mean(true, 1));
        SDVariable deviation = graph.norm2(centred, true, 1).mul(1 / Math.sqrt(shape.width()));
        return centred.div(deviation.add(TINY));
    }

    private SDVariable mask() {
        double[][] mask = new double[shape.frames()][shape.frames()];
        for (int now = 0; now < mask.length; now++) {
            for (int later = now + 1; later < mask.length; later++) {
                mask[now][later] = FORBIDDEN;
            }
        }
        return graph.constant("mask", Nd4j.createFromArray(mask).castTo(initial.type()));
    }

    private SDVariable rows(SDVariable x, int width) {
        return initial.rows(x, width);
    }

    private SDVariable weight(String name, int rows, int columns) {
        return initial.normal(name, rows, columns, SPREAD);
    }

    /** What is added to the residual stream starts the smaller the more of it there is. */
    private SDVariable residual(String name, int rows, int columns) {
        return initial.normal(name, rows, columns, SPREAD / Math.sqrt(2.0 * shape.layers()));
    }
}
