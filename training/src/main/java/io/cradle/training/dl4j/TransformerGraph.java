package io.cradle.training.dl4j;

import io.cradle.training.model.TransformerShape;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The middle of a graph: tokens, and causal attention over them.
 *
 * <p>It is written for speed: operations are few, whatever is dense sees time folded into the batch, and each formula below is the one that
 * this version of ND4J is fast at (docs/benchmarks/training-step.md). Blocks have no biases (Chowdhery et al., "PaLM", 2022) and norms no
 * weights (Groeneveld et al., "OLMo", 2024).
 */
final class TransformerGraph {
    private static final double SPREAD = 0.02;
    private static final double TINY = 1e-5;
    private static final double FORBIDDEN = -1e9;

    private final TransformerShape shape;
    private final Initial initial;
    private final SameDiff graph;

    TransformerGraph(TransformerShape shape, Initial initial) {
        this.shape = shape;
        this.initial = initial;
        this.graph = initial.graph();
    }

    /**
     * What a head reads: {@code [N * T, width]}.
     *
     * @param joined {@code [N * T, inputs]} what each token is made of
     */
    SDVariable features(SDVariable joined) {
        SDVariable mask = mask();
        SDVariable x = tokens(joined);
        for (int layer = 0; layer < shape.layers(); layer++) {
            String name = TransformerShape.block(layer);
            x = x.add(attention(normal(x), mask, name));
            x = x.add(perceptron(normal(x), name));
        }
        return normal(x);
    }

    private SDVariable tokens(SDVariable joined) {
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
