package io.cradle.training.model;

import java.io.Serializable;

/**
 * The baseline of no knowledge: each pixel is ink as often as it was in the training data, whatever is going on.
 *
 * <p>Made by {@link PixelCounts#marginal}.
 */
public final class Marginal implements NextFrameModel, Serializable {
    /** Its name in tables and charts. */
    public static final String NAME = "marginal";

    private final float[] share; // [F]

    Marginal(float[] share) {
        this.share = share;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int frames() {
        return 1;
    }

    @Override
    public float[][] ink(float[][] past, float[][] action) {
        float[][] ink = new float[past.length][];
        for (int n = 0; n < ink.length; n++) {
            ink[n] = share.clone();
        }
        return ink;
    }
}
