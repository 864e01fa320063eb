package io.cradle.training.model;

import java.util.List;

/**
 * The beginning that a model is given of one world.
 *
 * @param observations o_0 … o_{c-1}, at least one
 * @param actions a_0 … a_{c-2}, each {@code [A]}: the action out of the prompt is not part of it
 * @param latent what a model that carries more than it shows holds at the end, as {@link Belief#held} gave it: it goes on from there
 *     and looks at the last observation alone. Empty where the observations are all there is
 */
public record Prompt(List<Observation> observations, List<float[]> actions, Floats latent) {
    /** Observations and actions, from which a model works out the rest. */
    public Prompt(List<Observation> observations, List<float[]> actions) {
        this(observations, actions, Floats.of(new float[0]));
    }

    public Prompt {
        observations = List.copyOf(observations);
        actions = List.copyOf(actions);
        if (observations.isEmpty() || actions.size() != observations.size() - 1) {
            throw new IllegalArgumentException(
                    "Invalid prompt of %d observations and %d actions: give at least one observation, and an action between each two"
                            .formatted(observations.size(), actions.size()));
        }
    }

    /** c. */
    public int length() {
        return observations.size();
    }

    /** o_{c-1}. */
    public Observation last() {
        return observations.get(observations.size() - 1);
    }
}
