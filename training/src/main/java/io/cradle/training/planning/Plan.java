package io.cradle.training.planning;

import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.Arrays;

/** Actions to come, {@code [H, A]}, each in [-1, 1]. Immutable. */
public final class Plan implements Serializable {
    private final int width;
    private final float[] actions;

    private Plan(int width, float[] actions) {
        this.width = width;
        this.actions = actions;
    }

    /** To do nothing for H steps. */
    public static Plan idle(int horizon, TensorSpec action) {
        return new Plan(action.elements(), new float[horizon * action.elements()]);
    }

    /**
     * A plan of these numbers, each cut to [-1, 1].
     *
     * @param width A
     * @param actions {@code [H * A]}
     */
    static Plan of(int width, double[] actions) {
        float[] cut = new float[actions.length];
        for (int i = 0; i < cut.length; i++) {
            cut[i] = (float) Math.max(-1, Math.min(1, actions[i]));
        }
        return new Plan(width, cut);
    }

    /** H. */
    public int horizon() {
        return actions.length / width;
    }

    /** A. */
    int width() {
        return width;
    }

    /** The action at one of its steps, {@code [A]}. */
    public float[] action(int step) {
        return Arrays.copyOfRange(actions, step * width, (step + 1) * width);
    }

    /** Writes the action at one of its steps to {@code target[offset …]}. */
    void copy(int step, float[] target, int offset) {
        System.arraycopy(actions, step * width, target, offset, width);
    }

    /** All numbers, {@code [H * A]}. */
    double[] numbers() {
        double[] numbers = new double[actions.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = actions[i];
        }
        return numbers;
    }

    /** What is left of it after some steps, as long as before: it ends by doing nothing. */
    public Plan after(int steps) {
        int from = Math.min(steps * width, actions.length);
        return new Plan(width, Arrays.copyOfRange(actions, from, from + actions.length));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Plan that && width == that.width && Arrays.equals(actions, that.actions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(actions);
    }

    @Override
    public String toString() {
        return "Plan[%d steps of %d]".formatted(horizon(), width);
    }
}
