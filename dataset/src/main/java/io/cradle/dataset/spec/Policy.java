package io.cradle.dataset.spec;

import java.io.Serializable;
import java.util.List;

/** Chooses actions. A description that travels; {@link #actor} makes the thing that acts, one an episode. */
public interface Policy extends Serializable {
    /** Canonical text of name and parameters: part of an episode's identity. */
    String identity();

    /** An actor for one episode, a pure function of its seed and what it is shown. */
    Actor actor(TensorSpec action, long seed);

    /** Acts in one world. */
    interface Actor {
        /**
         * The action at one step.
         *
         * @param observations o_t of all N worlds, each {@code [N, shape]}
         * @param world which of the N
         * @return a_t, {@code [A]}, each in [-1, 1]
         */
        float[] act(List<Tensor> observations, int world);
    }
}
