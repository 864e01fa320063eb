package io.cradle.dataset.information;

import io.cradle.dataset.spec.Tensor;

/** The binary frames of an episode. */
final class Frames {
    private final Raster raster;
    private final byte[] packed; // [T][row], least significant bit first
    private final int row;

    private Frames(Raster raster, byte[] packed, int row) {
        this.raster = raster;
        this.packed = packed;
        this.row = row;
    }

    /** The frames of a tensor {@code [T, H, W]} of BITS. */
    static Frames of(Tensor tensor) {
        return new Frames(
                Raster.of(tensor.spec()), tensor.bytes(), tensor.spec().bytes());
    }

    /** Each frame XOR the one before it; the first as it is. */
    Frames changes() {
        byte[] changes = packed.clone();
        for (int i = row; i < changes.length; i++) {
            changes[i] ^= packed[i - row];
        }
        return new Frames(raster, changes, row);
    }

    Raster raster() {
        return raster;
    }

    /** T. */
    int count() {
        return packed.length / row;
    }

    /** Packed, row-major, least significant bit first, each frame on a byte of its own; not to be written to. */
    byte[] packed() {
        return packed;
    }

    /** Goes on to frame t, and draws all of it. */
    void draw(int t, Scene scene) {
        scene.next();
        for (int pixel = 0; pixel < raster.height() * raster.width(); pixel++) {
            int bit = packed[t * row + pixel / Byte.SIZE] >> (pixel % Byte.SIZE) & 1;
            scene.set(raster.at(pixel / raster.width(), pixel % raster.width()), bit != 0);
        }
    }
}
