package io.cradle.dataset.spec;

/**
 * Actions that were brought into their range, which is [-1, 1] in all worlds that are simulated.
 *
 * @param actions {@code [N, A]}, each from {@code low} to {@code high} of its specification
 * @param count how many of the numbers were outside
 */
public record Clipped(Tensor actions, int count) {
    /**
     * Cuts what is outside of the range, infinities included.
     *
     * @param actions {@code [N, A]} float32
     * @throws IllegalArgumentException if one is NaN: there is no telling what it should have been
     */
    public static Clipped of(Tensor actions) {
        TensorSpec spec = actions.spec();
        int elements = spec.elements();
        int outside = 0;
        for (int i = 0; i < actions.rows() * elements; i++) {
            double value = actions.value(i / elements, i % elements);
            if (Double.isNaN(value)) {
                throw new IllegalArgumentException("Cannot act with NaN (row %d, element %d): must be a number"
                        .formatted(i / elements, i % elements));
            }
            outside += value < spec.low() || value > spec.high() ? 1 : 0;
        }
        return outside == 0 ? new Clipped(actions, 0) : new Clipped(cut(actions), outside);
    }

    private static Tensor cut(Tensor actions) {
        TensorSpec spec = actions.spec();
        int elements = spec.elements();
        float[] cut = new float[actions.rows() * elements];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = (float) Math.max(spec.low(), Math.min(spec.high(), actions.value(i / elements, i % elements)));
        }
        return Tensor.ofFloats(spec, cut);
    }
}
