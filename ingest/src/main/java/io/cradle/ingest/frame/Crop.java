package io.cradle.ingest.frame;

import java.io.Serializable;

/**
 * Which part of a picture is kept, in shares of its height and width.
 *
 * @param top where it begins, 0 to 1
 * @param left where it begins, 0 to 1
 * @param height above 0
 * @param width above 0
 */
public record Crop(double top, double left, double height, double width) implements Serializable {
    /** All of it. */
    public static final Crop WHOLE = new Crop(0, 0, 1, 1);

    private static final double ROUNDING = 1e-9;

    public Crop {
        if (!(top >= 0 && left >= 0 && height > 0 && width > 0 && top + height <= 1 + ROUNDING)
                || !(left + width <= 1 + ROUNDING)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.frames.crop top=%s, left=%s, height=%s, width=%s: shares of the picture, which must lie within 0 to 1"
                            .formatted(top, left, height, width));
        }
    }
}
