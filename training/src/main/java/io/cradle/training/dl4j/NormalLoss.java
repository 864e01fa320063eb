package io.cradle.training.dl4j;

import io.cradle.training.model.HeadShape;
import org.nd4j.autodiff.samediff.SDVariable;

/**
 * Cost of numbers under normal distributions of learnt deviations in nats, summed over the columns and averaged over the rows.
 *
 * @param first deviation before anything is learnt, above 0
 * @param haste what its logarithm is divided by where it is learnt
 */
record NormalLoss(double first, int haste) {
    /** Of numbers of order one. */
    static final NormalLoss OF_STATES = new NormalLoss(0.1, 1);

    private static final double NORMAL = 0.5 * Math.log(2 * Math.PI);

    /** Of what such a head says. */
    static NormalLoss of(HeadShape shape) {
        return shape.isMotion() ? new NormalLoss(1, shape.haste()) : OF_STATES;
    }

    /**
     * {@code ((y - m) / s)² / 2 + ln s + ln(2π) / 2}, where s is e to the new variable, and {@link HeadShape#LEAST_DEVIATION}.
     *
     * @param mean m {@code [N, P]}
     * @param came y {@code [N, P]}
     * @param deviation name of the new variable
     * @param size P
     */
    SDVariable nats(Initial initial, SDVariable mean, SDVariable came, String deviation, int size) {
        SDVariable log = initial.constant(deviation, size, Math.log(first) / haste);
        SDVariable spread =
                initial.graph().math.exp(haste == 1 ? log : log.mul(haste)).add(HeadShape.LEAST_DEVIATION);
        SDVariable off = came.sub(mean).div(spread);
        SDVariable nats = off.mul(off).mul(0.5).add(initial.graph().math.log(spread));
        return nats.mean().mul(size).add(size * NORMAL);
    }
}
