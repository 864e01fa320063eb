package io.cradle.training.learner;

import io.cradle.training.model.Floats;
import java.io.Serializable;

/**
 * Where a learner stands, as plain numbers.
 *
 * @param layout digest of the names and shapes of what the numbers are, in their order: states of different layouts are never mixed.
 *     Empty where only their number is known, as in a checkpoint
 * @param parameters {@code [parameters]}
 * @param moments {@code [moments]} of its optimiser, such as Adam's two a parameter
 * @param steps that the optimiser has made
 */
public record LearnerState(String layout, Floats parameters, Floats moments, int steps) implements Serializable {
    public LearnerState {
        if (steps < 0) {
            throw new IllegalArgumentException("Invalid steps=%d of a learner: must be at least 0".formatted(steps));
        }
    }

    /** The same, known to be of this layout. */
    public LearnerState of(String known) {
        return new LearnerState(known, parameters, moments, steps);
    }

    /** Refuses a state of another model. */
    public void requireLayout(String expected) {
        if (!layout.equals(expected)) {
            throw new IllegalArgumentException(
                    "Cannot set a model of layout '%s' to a state of layout '%s': it is another model's; train anew"
                            .formatted(expected, layout));
        }
    }
}
