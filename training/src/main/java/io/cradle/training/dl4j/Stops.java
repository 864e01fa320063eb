package io.cradle.training.dl4j;

import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.linalg.api.buffer.DataType;

/** Keeps gradients from flowing through a part of a graph. */
interface Stops {
    /** Exact in float32 up to 16, and beyond that as exact as float32 is. */
    double SCALE = 1 << 20;

    /**
     * Counts in steps of 2^-20: SameDiff differentiates nothing that passes through whole numbers. Its own stop_gradient is for imports only.
     */
    Stops COUNTING = x -> x.getSameDiff()
            .math
            .round(x.mul(Stops.SCALE))
            .castTo(DataType.INT64)
            .castTo(x.dataType())
            .mul(1 / Stops.SCALE);

    /** The same numbers, without a gradient. */
    SDVariable stop(SDVariable x);
}
