package io.cradle.training.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;

/** Bits with a gradient. */
final class StraightThrough {
    private StraightThrough() {}

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
        return p.add(Stops.COUNTING.stop(bits.sub(p)));
    }
}
