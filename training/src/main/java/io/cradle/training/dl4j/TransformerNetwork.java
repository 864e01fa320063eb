package io.cradle.training.dl4j;

import io.cradle.training.model.TransformerShape;
import java.util.List;
import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A causal transformer over time (Radford et al., "Language models are unsupervised multitask learners", 2019), as a SameDiff graph: frames
 * {@code [N, T, F]} of bits and actions {@code [N, T, A]} in, logits {@code [N * T, F]} of the frames that follow out. The token of a time is
 * one dense embedding of its frame and action together, plus one of its place.
 *
 * <p>The loss is the binary cross-entropy in nats, summed over the pixels of a frame and averaged over all N * T frames.
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
    /** Name of the label {@code [N, T, F]}. */
    static final String NEXT = "next";
    /** Name of the output {@code [N * T, F]}. */
    static final String LOGITS = "logits";
    /** Name of the loss. */
    static final String LOSS = "loss";

    private static final double SPREAD = 0.02;
    private static final double TINY = 1e-5;
    private static final double FORBIDDEN = -1e9;

    private final TransformerShape shape;
    private final DataType type;
    private final double firstLogit;
    private final Random random;
    private final SameDiff graph = SameDiff.create();

    private TransformerNetwork(TransformerShape shape, long seed, double meanInk, DataType type) {
        this.shape = shape;
        this.firstLogit = Math.log(meanInk / (1 - meanInk));
        this.type = type;
        this.random = new Random(seed);
    }

    /**
     * A new network with random weights.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    static SameDiffModel create(TransformerShape shape, long seed, double meanInk, DataType type) {
        TransformerNetwork network = new TransformerNetwork(shape, seed, meanInk, type);
        network.build();
        return new SameDiffModel(network.graph, List.of(FRAMES, ACTIONS), List.of(NEXT), LOSS);
    }

    private void build() {
        SDVariable mask = mask();
        SDVariable x = tokens();
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = TransformerShape.block(layer);
            x = x.add(attention(normal(x), mask, name));
            x = x.add(perceptron(normal(x), name));
        }
        SDVariable bias =
                graph.var(TransformerShape.BIAS, Nd4j.valueArrayOf(new long[] {shape.pixels()}, firstLogit, type));
        SDVariable scores = graph.mmul(normal(x), weight(TransformerShape.HEAD, shape.width(), shape.pixels()));
        SDVariable logits = graph.nn.biasAdd(LOGITS, scores, bias, false);
        SDVariable next = rows(placeholder(NEXT, shape.pixels()), shape.pixels());
        BitLoss.add(graph, LOSS, logits, next, shape.pixels());
    }

    /** {@code [N * T, width]}. */
    private SDVariable tokens() {
        SDVariable joined = graph.concat(
                1,
                rows(placeholder(FRAMES, shape.pixels()), shape.pixels()),
                rows(placeholder(ACTIONS, shape.actions()), shape.actions()));
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
        return graph.constant("mask", Nd4j.createFromArray(mask).castTo(type));
    }

    private SDVariable placeholder(String name, int width) {
        return graph.placeHolder(name, type, -1, shape.frames(), width);
    }

    private SDVariable rows(SDVariable x, int width) {
        return graph.reshape(x, -1, width);
    }

    private SDVariable weight(String name, int rows, int columns) {
        return random(name, rows, columns, SPREAD);
    }

    /** What is added to the residual stream starts the smaller the more of it there is. */
    private SDVariable residual(String name, int rows, int columns) {
        return random(name, rows, columns, SPREAD / Math.sqrt(2.0 * shape.layers()));
    }

    private SDVariable random(String name, int rows, int columns, double spread) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = spread * random.nextGaussian();
        }
        return graph.var(name, Nd4j.createFromArray(values).castTo(type).reshape('c', rows, columns));
    }
}
