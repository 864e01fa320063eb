package io.cradle.training.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;

/**
 * The same numbers, through which no gradient goes back. ND4J's stop-gradient operation has no gradient of its own to rely on; rounding has one,
 * and it is zero.
 */
final class Detached {
    /** Numbers below 8 keep all that a float32 holds of them down to 2^-20. */
    private static final double STEPS = 1 << 20;

    private Detached() {}

    /** x to the nearest 2^-20, a constant to the gradient. */
    static SDVariable of(SDVariable x) {
        return x.getSameDiff().math.round(x.mul(STEPS)).mul(1 / STEPS);
    }

    /**
     * Bits that are 1 where a logit is above 0, with so much of the gradient of their probability σ(z) (Bengio, Leonard and Courville,
     * "Estimating or propagating gradients through stochastic neurons", 2013).
     *
     * @param z logits
     * @param weight of the gradient; 0 makes constants
     */
    static SDVariable bits(SDVariable z, double weight) {
        SDVariable bits = z.gt(0).castTo(z.dataType());
        if (weight == 0) {
            return bits;
        }
        SDVariable p = z.getSameDiff().nn.sigmoid(z).mul(weight);
        return p.add(of(bits.sub(p)));
    }
}
