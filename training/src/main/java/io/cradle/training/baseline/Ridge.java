package io.cradle.training.baseline;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/** Sums that a ridge regression needs: XᵀX and XᵀY (Hoerl and Kennard, "Ridge regression", 1970, eq. 2.1). */
final class Ridge {
    private final double[][] inputs; // [D, D], the upper triangle
    private final double[][] outputs; // [D, targets]
    private long rows;

    Ridge(int inputs, int targets) {
        this.inputs = new double[inputs][inputs];
        this.outputs = new double[inputs][targets];
    }

    /** Takes in a row. Most numbers are 0, and cost nothing. */
    void add(double[] row, double[] target) {
        int[] used = new int[row.length];
        int count = 0;
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                used[count++] = i;
            }
        }
        for (int a = 0; a < count; a++) {
            double value = row[used[a]];
            double[] sums = inputs[used[a]];
            for (int b = a; b < count; b++) {
                sums[used[b]] += value * row[used[b]];
            }
            double[] products = outputs[used[a]];
            for (int t = 0; t < target.length; t++) {
                products[t] += value * target[t];
            }
        }
        rows++;
    }

    /**
     * The weights of least Σ |y − x W|² + λ n |W|², {@code [D, targets]}.
     *
     * @param lambda λ, above 0, for a mean row: it means the same however many rows there are
     */
    float[][] weights(double lambda) {
        int size = inputs.length;
        double[][] sums = new double[size][size];
        for (int i = 0; i < size; i++) {
            for (int j = i; j < size; j++) {
                sums[i][j] = inputs[i][j];
                sums[j][i] = inputs[i][j];
            }
            sums[i][i] += lambda * rows;
        }
        RealMatrix solved = new CholeskyDecomposition(new Array2DRowRealMatrix(sums, false), 1e-9, 0)
                .getSolver()
                .solve(new Array2DRowRealMatrix(outputs, false));
        float[][] weights = new float[size][outputs[0].length];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < weights[i].length; j++) {
                weights[i][j] = (float) solved.getEntry(i, j);
            }
        }
        return weights;
    }
}
