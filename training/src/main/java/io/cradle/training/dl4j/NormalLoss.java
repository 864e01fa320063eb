package io.cradle.training.dl4j;

import io.cradle.training.model.HeadShape;
import org.nd4j.autodiff.samediff.SDVariable;

/** Cost of numbers under normal distributions of learnt deviations in nats, summed over the columns and averaged over the rows. */
final class NormalLoss {
    private static final double NORMAL = 0.5 * Math.log(2 * Math.PI);

    private NormalLoss() {}

    /**
     * {@code ((y - m) / s)² / 2 + ln s + ln(2π) / 2}, where s is e to the new variable, and {@link HeadShape#LEAST_DEVIATION}.
     *
     * @param mean m {@code [N, P]}
     * @param came y {@code [N, P]}
     * @param deviation name of the new variable
     * @param size P
     * @param first s before anything is learnt, above 0
     * @param haste what ln s is divided by in the variable
     */
    static SDVariable nats(
            Initial initial, SDVariable mean, SDVariable came, String deviation, int size, double first, int haste) {
        SDVariable log = initial.constant(deviation, size, Math.log(first) / haste);
        SDVariable spread =
                initial.graph().math.exp(haste == 1 ? log : log.mul(haste)).add(HeadShape.LEAST_DEVIATION);
        SDVariable off = came.sub(mean).div(spread);
        SDVariable nats = off.mul(off).mul(0.5).add(initial.graph().math.log(spread));
        return nats.mean().mul(size).add(size * NORMAL);
    }
}
