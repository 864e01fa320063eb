package io.cradle.training.model;

/** A matrix {@code [in, out]} row by row somewhere in a parameter vector; read only. */
final class Matrix {
    private final float[] vector;
    private final int from;
    private final int in;
    private final int out;

    Matrix(float[] vector, int from, int in, int out) {
        this.vector = vector;
        this.from = from;
        this.in = in;
        this.out = out;
    }

    int in() {
        return in;
    }

    int out() {
        return out;
    }

    /** Adds x W to y. Zeros of x, of which a frame is mostly made, cost nothing. */
    void addProduct(float[] x, float[] y) {
        for (int i = 0; i < in; i++) {
            if (x[i] != 0) {
                addScaled(x[i], i, y);
            }
        }
    }

    /** Adds a multiple of one row to y. */
    void addScaled(float factor, int row, float[] y) {
        int at = from + row * out;
        for (int o = 0; o < out; o++) {
            y[o] += factor * vector[at + o];
        }
    }

    /** x W. */
    float[] product(float[] x) {
        float[] y = new float[out];
        addProduct(x, y);
        return y;
    }
}
