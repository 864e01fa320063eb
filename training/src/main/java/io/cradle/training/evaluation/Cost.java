package io.cradle.training.evaluation;

/**
 * What it costs to encode a frame with a model that predicted it.
 *
 * @param bits -Σ log2 p(pixel), at least 0
 * @param clamped pixels whose probability was pulled off 0 or 1
 */
record Cost(double bits, int clamped) {
    /** Least probability that a pixel is charged with, so that one sure mistake costs 20 bits and not infinity. */
    static final double FLOOR = 1e-6;

    /**
     * The exact negative log-likelihood of one frame, base 2: pixels are independent given the past.
     *
     * @param ink {@code [F]} p(ink), each in [0, 1]
     * @param truth {@code [F]} 0 or 1
     */
    static Cost of(float[] ink, float[] truth) {
        double nats = 0;
        int clamped = 0;
        for (int pixel = 0; pixel < truth.length; pixel++) {
            double p = Math.min(1 - FLOOR, Math.max(FLOOR, ink[pixel]));
            clamped += ink[pixel] < FLOOR || ink[pixel] > 1 - FLOOR ? 1 : 0;
            nats -= Math.log(truth[pixel] > 0.5f ? p : 1 - p);
        }
        return new Cost(nats / Math.log(2), clamped);
    }
}
