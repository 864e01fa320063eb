package io.cradle.dataset.information;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;

/**
 * How a frame lies in a plane of bytes, one a pixel, row-major, with a margin of blank pixels around it, so that contexts
 * need not ask where the frame ends.
 *
 * @param height H
 * @param width W
 */
record Raster(int height, int width) implements Serializable {
    /** Blank pixels on each side. */
    static final int MARGIN = 2;

    /**
     * The raster of binary frames {@code [H, W]}; with more axes, as {@code [1, H, W]}, the last is W and all others are
     * laid one under the other.
     */
    static Raster of(TensorSpec spec) {
        if (spec.encoding() != Encoding.BITS || spec.shape().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot lay out tensor '%s' as binary frames: it holds %s of shape %s; use BITS [H, W]"
                            .formatted(spec.name(), spec.encoding(), spec.shape()));
        }
        int width = spec.shape().get(spec.shape().size() - 1);
        return new Raster(spec.elements() / width, width);
    }

    /** From a pixel to the one below it. */
    int stride() {
        return width + 2 * MARGIN;
    }

    /** Bytes in a plane. */
    int size() {
        return Math.multiplyExact(height + 2 * MARGIN, stride());
    }

    /** Where row y, column x lies. */
    int at(int y, int x) {
        return (y + MARGIN) * stride() + x + MARGIN;
    }

    /** From a pixel to the one that a tap of it looks at. */
    int offset(Tap tap) {
        return tap.down() * stride() + tap.right();
    }
}
