package io.cradle.training.model;

import java.io.Serializable;

/**
 * The baseline that many world models fail to beat: the next frame is the last one, with two honest probabilities.
 *
 * <p>Made by {@link PixelCounts#copyLast}.
 *
 * @param inkAfterInk p(ink | ink before), strictly between 0 and 1
 * @param inkAfterBlank p(ink | none before), strictly between 0 and 1
 */
public record CopyLast(double inkAfterInk, double inkAfterBlank) implements NextFrameModel, Serializable {
    /** Its name in tables and charts. */
    public static final String NAME = "copy-last";

    public CopyLast {
        if (!(inkAfterInk > 0 && inkAfterInk < 1 && inkAfterBlank > 0 && inkAfterBlank < 1)) {
            throw new IllegalArgumentException(
                    "Invalid copy-last p(ink | ink)=%s, p(ink | none)=%s: each must lie strictly between 0 and 1"
                            .formatted(inkAfterInk, inkAfterBlank));
        }
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
            ink[n] = next(past[n]);
        }
        return ink;
    }

    private float[] next(float[] last) {
        float[] ink = new float[last.length];
        for (int pixel = 0; pixel < ink.length; pixel++) {
            ink[pixel] = (float) (last[pixel] > 0.5f ? inkAfterInk : inkAfterBlank);
        }
        return ink;
    }
}
