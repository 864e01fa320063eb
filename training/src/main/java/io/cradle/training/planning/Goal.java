package io.cradle.training.planning;

import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.List;

/** What is to be reached, in any environment that shows what it is measured on. */
public interface Goal extends Serializable {
    /**
     * How far one world is from it.
     *
     * @param observed o_t of all N worlds, each {@code [N, shape]}
     * @param world which of the N
     * @return 0 at the goal, more elsewhere
     */
    double distance(List<Tensor> observed, int world);

    /** Whether that is near enough, which ends an episode. */
    boolean reached(double distance);

    /** Of a step that led so near: less the distance, and 1 more where that reaches the goal (boxLCD's reward). */
    default double reward(double distance) {
        return reached(distance) ? 1 - distance : -distance;
    }
}
