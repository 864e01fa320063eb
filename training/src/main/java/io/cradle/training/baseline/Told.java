package io.cradle.training.baseline;

import io.cradle.training.model.Gaussian;
import io.cradle.training.model.Prediction;

/** A prediction of pixels that do not depend on each other. */
final class Told implements Prediction {
    private final float[][] ink;
    private final Gaussian proprio;

    Told(float[][] ink, Gaussian proprio) {
        this.ink = ink;
        this.proprio = proprio;
    }

    @Override
    public float[][] ink() {
        return ink;
    }

    @Override
    public Gaussian proprio() {
        return proprio;
    }
}
