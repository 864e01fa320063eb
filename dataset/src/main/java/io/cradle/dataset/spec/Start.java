package io.cradle.dataset.spec;

import java.io.Serializable;
import java.util.List;

/** Where a world begins. */
public sealed interface Start extends Serializable {
    /** Drawn from the world's own distribution of starts: the only source of randomness until the next reset. */
    record Seed(long seed) implements Start {}

    /**
     * After frames that were seen and actions that were taken.
     *
     * @param observations each {@code [T, shape]}, T at least 1
     * @param action {@code [T, A]}; the last row leads out of the prompt and is ignored
     * @param seed randomness from here on
     */
    record Prompt(List<Tensor> observations, Tensor action, long seed) implements Start {
        public Prompt {
            observations = List.copyOf(observations);
        }
    }

    /** Where a snapshot was taken. */
    record Restored(Snapshot snapshot) implements Start {}

    /**
     * A full state, at rest: x in m, y in m, angle in rad for each body in the world's order of creation.
     *
     * @param pose {@code [3 * bodies]}
     * @param seed randomness that the state does not fix
     */
    record Pose(List<Double> pose, long seed) implements Start {
        public Pose {
            pose = List.copyOf(pose);
        }
    }

    /**
     * A full state: x in m, y in m, angle in rad, then vx in m/s, vy in m/s and spin in rad/s of the centre of mass, for
     * each body in the world's order of creation. Inexact: what an engine keeps besides (impulses of the last step,
     * contacts, who sleeps) begins anew, so what follows differs a little from what followed before. A
     * {@link Restored} snapshot is exact.
     *
     * @param state {@code [6 * bodies]}
     * @param seed randomness that the state does not fix
     */
    record State(List<Double> state, long seed) implements Start {
        public State {
            state = List.copyOf(state);
        }
    }
}
