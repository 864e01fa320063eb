package io.cradle.training.model;

import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.window.Window;
import java.util.Arrays;
import java.util.List;

/**
 * Proprio as a network is told of it, {@code [P]} or with motion {@code [2 P]}: how it is, and behind that how it changed in the last step.
 *
 * <p>A change is taken between stored numbers as they come back from how they are told, and not as they were measured: so that what is told once
 * is told again to the same bits.
 *
 * @param standard in which numbers
 */
record Motion(Standard standard) {
    private static final float[] NOTHING = {};

    /** Numbers that say how proprio changes in the windows. */
    static Standard measured(Standard still, List<Window> windows) {
        List<Tensor> changes = windows.stream()
                .map(window -> window.require(Layout.PROPRIO))
                .map(Motion::changes)
                .toList();
        return new Standard(still.proprio(), still.action(), Axes.of(changes));
    }

    private static Tensor changes(Tensor proprio) {
        int numbers = proprio.spec().elements();
        float[] all = proprio.floats();
        float[] changes = new float[all.length - numbers];
        for (int i = 0; i < changes.length; i++) {
            changes[i] = all[i + numbers] - all[i];
        }
        return Tensor.ofFloats(proprio.spec(), changes);
    }

    private boolean isNone() {
        return standard.motion().isNone();
    }

    /**
     * What is told where nothing came before.
     *
     * @param stored {@code [P]}
     * @param change {@code [P]} what is told of the last step; empty where that is not known: nothing moved
     */
    float[] first(float[] stored, float[] change) {
        float[] state = standard.proprio().in(stored);
        if (isNone() || state.length == 0) {
            return state;
        }
        return joined(state, change.length == 0 ? standard.motion().in(new float[state.length]) : change);
    }

    /**
     * What is told after a step.
     *
     * @param stored {@code [P]}
     * @param before what was told before
     */
    float[] next(float[] stored, float[] before) {
        float[] state = standard.proprio().in(stored);
        if (isNone() || state.length == 0) {
            return state;
        }
        float[] now = standard.proprio().out(state);
        float[] then = stored(before);
        float[] change = new float[now.length];
        for (int i = 0; i < change.length; i++) {
            change[i] = now[i] - then[i];
        }
        return joined(state, standard.motion().in(change));
    }

    private static float[] joined(float[] state, float[] change) {
        float[] both = Arrays.copyOf(state, state.length + change.length);
        System.arraycopy(change, 0, both, state.length, change.length);
        return both;
    }

    /** {@code [P]} as it is stored, of what was told. */
    float[] stored(float[] told) {
        return standard.proprio().out(isNone() ? told : Arrays.copyOf(told, told.length / 2));
    }

    /** {@code [P]} what was told of the last step; empty where nothing is. */
    float[] change(float[] told) {
        return isNone() ? NOTHING : Arrays.copyOfRange(told, told.length / 2, told.length);
    }

    /**
     * {@code [P]} as it is stored, of what a network says.
     *
     * @param said {@code [P]}
     * @param last what was told of the step before
     */
    float[] stored(float[] said, float[] last) {
        if (isNone() || said.length == 0) {
            return standard.proprio().out(said);
        }
        float[] next = stored(last);
        float[] change = standard.motion().out(said);
        float[] sum = new float[next.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = next[i] + change[i];
        }
        return sum;
    }

    /** Deviations of what a network says, as they are stored. */
    float[] widths(float[] deviations) {
        return (isNone() ? standard.proprio() : standard.motion()).widths(deviations);
    }

    /** Each step of an episode as it is told; its first as if nothing had moved. */
    float[][] told(float[][] stored) {
        float[][] told = new float[stored.length][];
        for (int t = 0; t < told.length; t++) {
            told[t] = t == 0 ? first(stored[t], NOTHING) : next(stored[t], told[t - 1]);
        }
        return told;
    }

    /** {@code [T, 2 P]}. */
    Tensor in(Tensor proprio) {
        TensorSpec spec = proprio.spec();
        int numbers = 2 * spec.elements();
        float[][] stored = new float[proprio.rows()][];
        Arrays.setAll(stored, proprio::floats);
        float[][] told = told(stored);
        float[] values = new float[told.length * numbers];
        for (int t = 0; t < told.length; t++) {
            System.arraycopy(told[t], 0, values, t * numbers, numbers);
        }
        return Tensor.ofFloats(
                new TensorSpec(
                        spec.name(),
                        Encoding.F32,
                        List.of(numbers),
                        List.of(),
                        spec.scaling(),
                        spec.low(),
                        spec.high(),
                        spec.rate()),
                values);
    }
}
