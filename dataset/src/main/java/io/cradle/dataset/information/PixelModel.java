package io.cradle.dataset.information;

import java.io.Serializable;

/** Says how likely a pixel is ink from what was coded before it, then learns what it was. Not thread-safe. */
interface PixelModel extends Serializable {
    /**
     * Probability that a pixel is ink, strictly between 0 and 1.
     *
     * @param scene of which this frame's pixels before {@code at} and the earlier frames may be looked at
     * @param at the pixel, by {@link Raster#at}
     */
    double ink(Scene scene, int at);

    /** Takes in the pixel that {@link #ink} was last asked for. */
    void learn(boolean ink);

    /** The same knowledge for another reader, who must not teach it. */
    PixelModel view();
}
