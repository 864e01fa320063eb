package io.cradle.dataset.spec;

/** How a stored number follows from the physical one. */
public enum Scaling {
    /** Stored as measured, in the unit of the channel. */
    NONE,
    /** Stored as 2 (v - low) / (high - low) - 1 with low and high of the channel; not clipped. */
    SIGNED_UNIT
}
