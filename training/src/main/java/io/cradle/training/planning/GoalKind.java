package io.cradle.training.planning;

import io.cradle.dataset.spec.Tensor;
import java.util.List;

/** Goals that a configuration can name. */
public enum GoalKind {
    /** All parts of the robots where another start of the world has them, see {@link BodyGoal}. */
    BODY;

    /**
     * The goal of being as another world is now.
     *
     * @param observed of that world, each {@code [1, shape]}
     * @param threshold distance below which it is reached, above 0
     */
    Goal of(List<Tensor> observed, double threshold) {
        return switch (this) {
            case BODY -> BodyGoal.of(observed, threshold);
        };
    }
}
