package io.cradle.dataset.information;

/**
 * A pixel that a context looks at, seen from the pixel that is coded. A decoder must have it already: it lies in an
 * earlier frame, or in a row above, or to the left.
 *
 * @param age frames back, from 0 for the frame that is coded to {@link Scene#MEMORY}
 * @param down rows below, negative above, at most {@link Raster#MARGIN} away
 * @param right columns to the right, negative to the left, at most {@link Raster#MARGIN} away
 */
record Tap(int age, int down, int right) {
    Tap {
        if (age < 0 || age > Scene.MEMORY || Math.abs(down) > Raster.MARGIN || Math.abs(right) > Raster.MARGIN) {
            throw new IllegalArgumentException(
                    "Invalid tap age=%d, down=%d, right=%d: at most %d frames and %d pixels away"
                            .formatted(age, down, right, Scene.MEMORY, Raster.MARGIN));
        }
        if (age == 0 && (down > 0 || (down == 0 && right >= 0))) {
            throw new IllegalArgumentException(
                    "Invalid tap down=%d, right=%d: a decoder does not know this pixel yet; look above or to the left"
                            .formatted(down, right));
        }
    }
}
