package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * How frames are made. Their left edge is x = 0, their bottom y = 0, and a pixel is {@code world width / width} m in both
 * directions.
 *
 * @param height pixels, 8 to 128
 * @param width pixels, 8 to 256
 * @param pixels what one holds; BINARY if left out
 * @param rounding how coordinates become whole pixels; FLOOR if left out
 */
public record Screen(int height, int width, Pixels pixels, Rounding rounding) implements Serializable {
    /** What a pixel holds. */
    public enum Pixels {
        /** Ink = 1 or none: {@code [H, W]} bits. */
        BINARY,
        /** Brightness, 0 black to 255 white: {@code [H, W]} bytes. */
        GRAY,
        /** Red, green and blue, 0 to 255: {@code [3, H, W]} bytes. */
        RGB
    }

    /** How a coordinate in pixels becomes whole. */
    public enum Rounding {
        /** Downwards: a pixel is inked where the outline reaches into it. */
        FLOOR,
        /**
         * Towards zero, as boxLCD's drawing library does: what lies within a pixel outside of the left or the lower edge
         * still inks the first column or row.
         */
        TOWARDS_ZERO
    }

    public Screen {
        Checks.within("height of lcd", height, 8, 128);
        Checks.within("width of lcd", width, 8, 256);
        pixels = pixels == null ? Pixels.BINARY : pixels;
        rounding = rounding == null ? Rounding.FLOOR : rounding;
    }
}
