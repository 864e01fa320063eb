package io.cradle.training.model;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Matrices of a parameter vector by their names, in whose order they lie in it, row by row. */
final class NamedWeights {
    private final Map<String, Matrix> matrices = new TreeMap<>();

    /** @param shapes of each by its name; of vectors one number */
    NamedWeights(SortedMap<String, int[]> shapes, Floats parameters) {
        float[] vector = parameters.values();
        int from = 0;
        for (Map.Entry<String, int[]> variable : shapes.entrySet()) {
            int[] size = variable.getValue();
            Matrix matrix = new Matrix(vector, from, size.length == 1 ? 1 : size[0], size[size.length - 1]);
            matrices.put(variable.getKey(), matrix);
            from += matrix.in() * matrix.out();
        }
    }

    Matrix named(String name) {
        return matrices.get(name);
    }

    /** What a vector holds, anew. */
    float[] vector(String name) {
        Matrix matrix = matrices.get(name);
        float[] values = new float[matrix.out()];
        matrix.addScaled(1, 0, values);
        return values;
    }

    /** Standard deviations from what lies above the least one of each, as its logarithm. */
    float[] deviations(String name) {
        return deviations(name, 1);
    }

    /** The same, where that logarithm is so many times the weight. */
    float[] deviations(String name, int haste) {
        float[] deviations = vector(name);
        for (int i = 0; i < deviations.length; i++) {
            deviations[i] = HeadShape.LEAST_DEVIATION + (float) StrictMath.exp(haste * deviations[i]);
        }
        return deviations;
    }

    /** {@code x W + b}. */
    float[] affine(float[] x, String weights, String bias) {
        float[] y = vector(bias);
        matrices.get(weights).addProduct(x, y);
        return y;
    }

    /** Numbers in all of these shapes. */
    static int count(SortedMap<String, int[]> shapes) {
        int count = 0;
        for (int[] shape : shapes.values()) {
            count += shape.length == 1 ? shape[0] : shape[0] * shape[1];
        }
        return count;
    }
}
