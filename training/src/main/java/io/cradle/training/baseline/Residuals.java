package io.cradle.training.baseline;

/** How far off predictions of proprio are: a root of mean squares a number. */
final class Residuals {
    /** Least standard deviation: a number that never changes would make any slip infinitely unlikely. */
    private static final double LEAST = 1e-4;

    private final double[] squares;
    private long count;

    Residuals(int numbers) {
        squares = new double[numbers];
    }

    void add(float[] predicted, float[] came) {
        for (int i = 0; i < squares.length; i++) {
            double off = predicted[i] - came[i];
            squares[i] += off * off;
        }
        count++;
    }

    /** {@code [P]}, above 0. */
    float[] deviation() {
        float[] deviation = new float[squares.length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = (float) Math.max(LEAST, Math.sqrt(squares[i] / Math.max(1, count)));
        }
        return deviation;
    }
}
