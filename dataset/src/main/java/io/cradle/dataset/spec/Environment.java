package io.cradle.dataset.spec;

import java.util.List;

/**
 * N worlds that are stepped together; N = 1 is the simple case. Real and learned simulators both are this. Not
 * thread-safe, never shipped between machines: ship an {@link EnvironmentFactory}, and open it there.
 */
public interface Environment extends AutoCloseable {
    /** N, fixed when it was opened. */
    int worlds();

    /** What {@link #reset} and {@link #step} return, in this order. */
    List<TensorSpec> observations();

    /** What {@link #step} takes: {@code [A]}, each in [-1, 1]. */
    TensorSpec action();

    /**
     * Puts every world at its start.
     *
     * @param starts one a world; equal starts give equal episodes under equal actions, bit for bit
     * @return o_0: one tensor {@code [N, shape]} for each of {@link #observations}
     * @throws IllegalArgumentException if there are not N starts, or one is of a kind that this world cannot take
     */
    List<Tensor> reset(List<Start> starts);

    /**
     * Advances every world by one step of the clock.
     *
     * @param action a_t, {@code [N, A]}; what is outside of its range is cut to it, see {@link Clipped}
     * @throws IllegalArgumentException if it has another shape, or one is NaN
     * @return o_{t+1}: one tensor {@code [N, shape]} for each of {@link #observations}
     */
    List<Tensor> step(Tensor action);

    /** Where all N worlds are now, to be continued bit for bit from {@link Start.Restored}; one entry a world. */
    List<Snapshot> snapshot();

    /** How many numbers of actions were outside of their range since it was opened. */
    long clipped();

    @Override
    void close();
}
