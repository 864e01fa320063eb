package io.cradle.training.simulator;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Tensor;

/**
 * Where one dreamt world is.
 *
 * @param past {@code [K, H, W]}, the frames that the model sees next, oldest first
 * @param seed of all that is drawn in this world
 * @param step frames dreamt since the reset
 */
record Dream(Tensor past, long seed, long step) implements Snapshot {
    /** After one more frame {@code [1, H, W]}. */
    Dream then(Tensor frame) {
        Tensor joined = Tensor.concat(java.util.List.of(past, frame));
        return new Dream(joined.slice(1, joined.rows()), seed, step + 1);
    }

    /** {@code [K * F]}, each 0 or 1. */
    float[] pixels() {
        int size = past.spec().elements();
        float[] pixels = new float[past.rows() * size];
        for (int k = 0; k < past.rows(); k++) {
            past.copyFloats(k, pixels, k * size);
        }
        return pixels;
    }

    /** The newest frame, {@code [1, H, W]}. */
    Tensor now() {
        return past.slice(past.rows() - 1, past.rows());
    }
}
