package io.cradle.training.metric;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.stat.correlation.Covariance;

/**
 * Distance between two sets of features, each taken for a normal distribution (Heusel et al., "GANs trained by a two time-scale
 * update rule converge to a local Nash equilibrium", 2017, eq. 6):
 * |μ1 − μ2|² + tr(Σ1 + Σ2 − 2 (Σ1^½ Σ2 Σ1^½)^½). At least 0; 0 is best.
 */
public final class Frechet {
    /** Fewer features than this a dimension leave the covariance in doubt. */
    static final int ROWS_A_DIMENSION = 2;

    private Frechet() {}

    /**
     * The distance.
     *
     * @param left {@code [N, D]} features, finite
     * @param right {@code [M, D]} features, finite
     * @throws IllegalArgumentException if either set has fewer than 2 D rows
     */
    public static double distance(double[][] left, double[][] right) {
        require(left);
        require(right);
        RealMatrix root = root(covariance(left));
        RealMatrix product = root(root.multiply(covariance(right)).multiply(root));
        double difference = mean(left).subtract(mean(right)).getNorm();
        double trace = covariance(left).getTrace() + covariance(right).getTrace() - 2 * product.getTrace();
        return Math.max(0, difference * difference + trace);
    }

    /** A matrix whose square is the given symmetric one; eigenvalues that rounding made negative count as 0. */
    private static RealMatrix root(RealMatrix matrix) {
        RealMatrix symmetric = matrix.add(matrix.transpose()).scalarMultiply(0.5);
        EigenDecomposition eigen = new EigenDecomposition(symmetric);
        double[] roots = Arrays.stream(eigen.getRealEigenvalues())
                .map(value -> Math.sqrt(Math.max(0, value)))
                .toArray();
        return eigen.getV()
                .multiply(MatrixUtils.createRealDiagonalMatrix(roots))
                .multiply(eigen.getVT());
    }

    private static RealMatrix covariance(double[][] rows) {
        return rows[0].length == 1
                ? new Array2DRowRealMatrix(new double[][] {{variance(rows)}})
                : new Covariance(rows).getCovarianceMatrix();
    }

    private static double variance(double[][] rows) {
        double mean = mean(rows).getEntry(0);
        return Arrays.stream(rows)
                        .mapToDouble(row -> (row[0] - mean) * (row[0] - mean))
                        .sum()
                / (rows.length - 1);
    }

    private static RealVector mean(double[][] rows) {
        RealVector sum = new ArrayRealVector(rows[0].length);
        for (double[] row : rows) {
            sum = sum.add(new ArrayRealVector(row, false));
        }
        return sum.mapDivide(rows.length);
    }

    private static void require(double[][] rows) {
        int least = rows.length == 0 ? 2 : ROWS_A_DIMENSION * rows[0].length;
        if (rows.length < least) {
            throw new IllegalArgumentException(
                    "Cannot measure a Fréchet distance of %d features: at least %d are needed, two a dimension"
                            .formatted(rows.length, least));
        }
        for (double[] row : rows) {
            if (!Arrays.stream(row).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException(
                        "Cannot measure a Fréchet distance: a feature is %s".formatted(Arrays.toString(row)));
            }
        }
    }
}
