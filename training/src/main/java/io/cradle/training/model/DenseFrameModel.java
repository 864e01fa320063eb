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
    private static final float LEAST = 1e-6f;

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
            ink[row] = probabilities(joined(past[row], action[row]));
        }
        return ink;
    }

    private float[] joined(float[] past, float[] action) {
        if (past.length + action.length != shape.inputs() || action.length != shape.actions()) {
            throw new IllegalArgumentException(
                    "Cannot predict from %d pixels and %d numbers of action: the network takes %d and %d"
                            .formatted(past.length, action.length, shape.inputs() - shape.actions(), shape.actions()));
        }
        float[] input = new float[shape.inputs()];
        System.arraycopy(past, 0, input, 0, past.length);
        System.arraycopy(action, 0, input, past.length, action.length);
        return input;
    }

    private float[] probabilities(float[] input) {
        float[] values = layers.get(0).apply(input);
        for (Layer layer : layers.subList(1, layers.size())) {
            rectify(values);
            values = layer.apply(values);
        }
        for (int i = 0; i < values.length; i++) {
            float p = (float) (1 / (1 + StrictMath.exp(-values[i])));
            values[i] = Math.min(Math.max(p, LEAST), 1 - LEAST);
        }
        return values;
    }

    private static void rectify(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(values[i], 0);
        }
    }

    /** {@code y = x W + b} with W {@code [in, out]} row by row. */
    private static final class Layer {
        private final float[] weights;
        private final float[] biases;

        private Layer(float[] weights, float[] biases) {
            this.weights = weights;
            this.biases = biases;
        }

        static Layer of(float[] parameters, int offset, int in, int out) {
            float[] weights = new float[in * out];
            for (int i = 0; i < in; i++) {
                for (int o = 0; o < out; o++) {
                    weights[i * out + o] = parameters[offset + o * in + i];
                }
            }
            float[] biases = new float[out];
            System.arraycopy(parameters, offset + in * out, biases, 0, out);
            return new Layer(weights, biases);
        }

        float[] apply(float[] x) {
            float[] y = biases.clone();
            for (int i = 0; i < x.length; i++) {
                if (x[i] != 0) {
                    addScaled(x[i], i * y.length, y);
                }
            }
            return y;
        }

        private void addScaled(float factor, int from, float[] y) {
            for (int o = 0; o < y.length; o++) {
                y[o] += factor * weights[from + o];
            }
        }
    }
}
