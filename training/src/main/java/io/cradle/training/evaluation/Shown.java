package io.cradle.training.evaluation;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;

/** Frames as they are shown: true ones in the prompt, then p(ink). */
final class Shown {
    private Shown() {}

    /**
     * As gray frames {@code [T, H, W]}.
     *
     * @param truth {@code [T, H, W]} bits
     * @param ink {@code [T - prompt][F]}
     */
    static Tensor of(Tensor truth, float[][] ink, int prompt) {
        TensorSpec bits = truth.spec();
        TensorSpec gray =
                new TensorSpec("ink", Encoding.F32, bits.shape(), bits.channels(), Scaling.NONE, 0, 1, bits.rate());
        int pixels = bits.elements();
        float[] values = new float[truth.rows() * pixels];
        for (int t = 0; t < truth.rows(); t++) {
            float[] frame = t < prompt ? truth.floats(t) : ink[t - prompt];
            System.arraycopy(frame, 0, values, t * pixels, pixels);
        }
        return Tensor.ofFloats(gray, values);
    }
}
