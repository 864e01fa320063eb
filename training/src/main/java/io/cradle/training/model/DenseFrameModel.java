package io.cradle.training.model;

import java.util.ArrayList;
import java.util.List;

/**
 * A trained dense network. Immutable, so any number of threads may use it.
 *
 * <p>The forward pass is plain Java on purpose. A native matrix product chooses its kernel, and so its rounding, by the
 * number of rows and by a row's place among them (seen with OpenBLAS: the last bit differs), and a threshold turns a
 * last bit into another frame. Here a row's answer depends on that row alone, on any machine, so that a dream is the
 * same episode whoever is dreamt beside it. Frames are mostly empty, and empty pixels cost nothing.
 */
public final class DenseFrameModel implements NextFrameModel {
    private final DenseShape shape;
    private final List<Layer> layers;

    /**
     * A network with these weights.
     *
     * @param parameters {@code [shape.parameters()]}: for each layer from the bottom the weights {@code [in, out]} in
     *     column-major order, then the biases {@code [out]}, as DL4J flattens them
     */
    public DenseFrameModel(DenseShape shape, Floats parameters) {
        this.shape = shape;
        this.layers = layers(shape, parameters.values());
    }

    private static List<Layer> layers(DenseShape shape, float[] parameters) {
        List<Layer> layers = new ArrayList<>();
        List<Integer> widths = shape.widths();
        int offset = 0;
        for (int i = 1; i < widths.size(); i++) {
            layers.add(Layer.of(parameters, offset, widths.get(i - 1), widths.get(i)));
            offset += (widths.get(i - 1) + 1) * widths.get(i);
        }
        return layers;
    }

    @Override
    public String name() {
        return "dense";
    }

    @Override
    public int frames() {
        return shape.frames();
    }

    @Override
    public float[][] ink(float[][] past, float[][] action) {
        float[][] ink = new float[past.length][];
        for (int row = 0; row < past.length; row++) {
            ink[row] = probabilities(shape.joined(past[row], action[row]));
        }
        return ink;
    }

    private float[] probabilities(float[] input) {
        float[] values = layers.get(0).apply(input);
        for (Layer layer : layers.subList(1, layers.size())) {
            rectify(values);
            values = layer.apply(values);
        }
        return Logits.probabilities(values);
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    /** {@code y = x W + b}. */
    private record Layer(Matrix weights, Matrix biases) {
        /** From weights that lie column by column, and biases after them. */
        static Layer of(float[] parameters, int offset, int in, int out) {
            float[] weights = new float[in * out];
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    weights[i * out + o] = parameters[offset + o * in + i];
                }
            }
            return new Layer(new Matrix(weights, 0, in, out), new Matrix(parameters, offset + in * out, 1, out));
        }

        float[] apply(float[] x) {
            float[] y = new float[biases.out()];
            biases.addScaled(1, 0, y);
            weights.addProduct(x, y);
            return y;
        }
    }
}
