package io.cradle.training.model;

import java.util.List;

/** What a model holds to be so in N worlds at step t. It is moved on step by step, and used by one thread. */
public interface Belief {
    /**
     * What o_{t+1} may be. Moves nothing: any number of actions may be asked about.
     *
     * @param actions {@code [N, A]} a_t
     */
    Prediction predict(float[][] actions);

    /**
     * Goes on to t + 1 with what truly came.
     *
     * @param actions {@code [N, A]} a_t
     * @param next N observations o_{t+1}
     */
    void observe(float[][] actions, List<Observation> next);

    /**
     * Goes on to t + 1 with what was drawn from the model's own prediction. A model that carries more than it shows goes on
     * with that; to all others it is as if it had been seen.
     *
     * @param prediction of these actions, which {@code next} was drawn from
     */
    default void imagine(float[][] actions, Prediction prediction, List<Observation> next) {
        observe(actions, next);
    }

    /**
     * What it holds of each world, as a prompt: a network that begins there goes on bit for bit.
     *
     * @throws UnsupportedOperationException if no prompt gives what it holds
     */
    default List<Prompt> held() {
        throw new UnsupportedOperationException("Cannot say what is held: no prompt gives it");
    }
}
