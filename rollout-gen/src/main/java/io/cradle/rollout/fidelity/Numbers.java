package io.cradle.rollout.fidelity;

import java.util.List;

/** An array of numbers in row-major order. */
public final class Numbers {
    private final List<Integer> shape;
    private final float[] values;

    /**
     * Numbers of a shape.
     *
     * @param shape sizes, outermost first
     * @param values as many as the shape has; truths are 0 and 1
     */
    public Numbers(List<Integer> shape, float[] values) {
        this.shape = List.copyOf(shape);
        this.values = values.clone();
        if (shape.stream().mapToLong(Integer::longValue).reduce(1, Math::multiplyExact) != values.length) {
            throw new IllegalArgumentException(
                    "Invalid numbers: %d of them for the shape %s".formatted(values.length, shape));
        }
    }

    /** Sizes, outermost first. */
    public List<Integer> shape() {
        return shape;
    }

    /** The number at a place in row-major order. */
    float at(int index) {
        return values[index];
    }

    /** Whether none is NaN or infinite. */
    boolean finite() {
        for (float value : values) {
            if (!Float.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
