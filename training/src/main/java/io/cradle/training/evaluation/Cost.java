package io.cradle.training.evaluation;

import io.cradle.training.model.Observation;
import io.cradle.training.model.Prediction;
import io.cradle.training.model.WorldModel;
import java.util.List;
import java.util.Optional;

/**
 * What it costs to encode a frame with a model that predicted it.
 *
 * @param bits -Σ log2 p(pixel), at least 0
 * @param clamped pixels whose probability was pulled off 0 or 1, here or by the model itself; none are known of a bound
 */
record Cost(double bits, int clamped) {
    /** Least probability that a pixel is charged with, so that one sure mistake costs 20 bits and not infinity. */
    static final double FLOOR = 1e-6;

    /**
     * What frames cost that were predicted: exactly, or, where the model gives a bound, at most.
     *
     * @param given {@code [N, F]} p(ink) of each pixel given those before it
     * @return {@code [N]}
     */
    static Cost[] of(WorldModel model, Prediction prediction, List<Observation> came, float[][] given) {
        Optional<double[]> bound = prediction.bound(came);
        Cost[] costs = new Cost[given.length];
        for (int n = 0; n < costs.length; n++) {
            costs[n] = bound.isPresent()
                    ? new Cost(Probabilities.requireBits(model, bound.get()[n]), 0)
                    : of(given[n], came.get(n).frame());
        }
        return costs;
    }

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
            clamped += ink[pixel] <= (float) FLOOR || ink[pixel] >= 1 - (float) FLOOR ? 1 : 0;
            nats -= Math.log(truth[pixel] > 0.5f ? p : 1 - p);
        }
        return new Cost(nats / Math.log(2), clamped);
    }
}
