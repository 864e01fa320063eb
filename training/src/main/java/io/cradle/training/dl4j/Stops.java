package io.cradle.training.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;

/** Keeps gradients from flowing through a part of a graph. */
interface Stops {
    /** SameDiff says that rounding has no gradient; rounded to 2^-20, a number is what it was. Its own stop_gradient is for imports only. */
    Stops ROUNDING = x -> x.getSameDiff().math.round(x.mul(Stops.SCALE)).mul(1 / Stops.SCALE);

    /** Exact in float32 up to 16, and beyond that as exact as float32 is. */
    double SCALE = 1 << 20;

    /** The same numbers, without a gradient. */
    SDVariable stop(SDVariable x);
}
