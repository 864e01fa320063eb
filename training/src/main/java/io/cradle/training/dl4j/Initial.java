package io.cradle.training.dl4j;

import java.util.Random;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Makes a graph's inputs and its trainable variables at their initial values.
 *
 * @param graph that they are part of
 * @param type of all numbers
 * @param random that initial values are drawn from, in the order of the calls
 */
record Initial(SameDiff graph, DataType type, Random random) {
    /** A matrix of normal numbers with this standard deviation. */
    SDVariable normal(String name, int rows, int columns, double spread) {
        double[] values = new double[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = spread * random.nextGaussian();
        }
        return graph.var(name, Nd4j.createFromArray(values).castTo(type).reshape('c', rows, columns));
    }

    /** A vector of one number. */
    SDVariable constant(String name, int size, double value) {
        return graph.var(name, Nd4j.valueArrayOf(new long[] {size}, value, type));
    }

    /** {@code x W}, with new weights of this standard deviation. */
    SDVariable linear(SDVariable x, String weights, int in, int out, double spread) {
        return graph.mmul(x, normal(weights, in, out, spread));
    }

    /** An input {@code [N, T, width]}. */
    SDVariable input(String name, int steps, int width) {
        return graph.placeHolder(name, type, -1, steps, width);
    }

    /** {@code [N * T, width]}. */
    SDVariable rows(SDVariable x, int width) {
        return graph.reshape(x, -1, width);
    }

    /** ReLU; the gradient of ND4J's own takes as long as a layer's matmuls. */
    SDVariable positive(SDVariable z) {
        return z.add(graph.math.abs(z)).mul(0.5);
    }
}
