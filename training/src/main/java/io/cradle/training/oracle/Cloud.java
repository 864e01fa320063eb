package io.cradle.training.oracle;

/** How far particles spread, number by number of their states. */
final class Cloud {
    private static final int NUMBERS = 6;
    private static final int ANGLE = 2;

    private Cloud() {}

    /**
     * Standard deviations.
     *
     * @param states {@code [N, 6 * bodies]}
     */
    static double[] deviation(double[][] states, Weights weights) {
        double[] deviation = new double[states[0].length];
        for (int i = 0; i < deviation.length; i++) {
            deviation[i] = i % NUMBERS == ANGLE ? turned(states, weights, i) : straight(states, weights, i);
        }
        return deviation;
    }

    private static double straight(double[][] states, Weights weights, int i) {
        double mean = 0;
        for (int n = 0; n < states.length; n++) {
            mean += weights.weight(n) * states[n][i];
        }
        double variance = 0;
        for (int n = 0; n < states.length; n++) {
            variance += weights.weight(n) * (states[n][i] - mean) * (states[n][i] - mean);
        }
        return Math.sqrt(variance);
    }

    /** Of angles, which go round: √(−2 ln R), R the length of the mean of their directions (Mardia, 1972). */
    private static double turned(double[][] states, Weights weights, int i) {
        double x = 0;
        double y = 0;
        for (int n = 0; n < states.length; n++) {
            x += weights.weight(n) * Math.cos(states[n][i]);
            y += weights.weight(n) * Math.sin(states[n][i]);
        }
        return Math.sqrt(Math.max(0, -2 * Math.log(Math.hypot(x, y))));
    }
}
