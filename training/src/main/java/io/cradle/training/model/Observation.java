package io.cradle.training.model;

import java.io.Serializable;

/** o_t of one world as numbers. Shares its arrays with whoever made it: nobody writes to them. */
public final class Observation implements Serializable {
    private static final float[] NOTHING = {};

    private final float[] frame;
    private final float[] proprio;

    /**
     * What is seen at one step.
     *
     * @param frame {@code [F]}, each 0 or 1, row-major; F is 0 where a world shows no frames
     * @param proprio {@code [P]}; P is 0 where a world has none
     */
    public Observation(float[] frame, float[] proprio) {
        this.frame = frame;
        this.proprio = proprio;
    }

    /** A frame alone. */
    public static Observation ofFrame(float[] frame) {
        return new Observation(frame, NOTHING);
    }

    /** {@code [F]}; not to be written to. */
    public float[] frame() {
        return frame;
    }

    /** {@code [P]}; not to be written to. */
    public float[] proprio() {
        return proprio;
    }
}
