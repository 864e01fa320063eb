package io.cradle.training.planning;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import java.io.Serializable;

/**
 * Who tries.
 *
 * @param planner who plans
 * @param name of the world it plans in, for people
 * @param world it plans in
 * @param knowledge what it knows of the true world
 */
public record Contestant(PlannerKind planner, String name, EnvironmentFactory world, Knowledge knowledge)
        implements Serializable {
    /**
     * Refuses a world that the planner can't plan in.
     *
     * @param truth the simulator that it will act in
     * @throws IllegalArgumentException if it doesn't show what the goal is measured on, or takes other actions
     */
    public void requireAble(EnvironmentFactory truth) {
        try (Environment imagined = world.open(1);
                Environment real = truth.open(1)) {
            BodyGoal.requireIn(name, imagined.observations());
            BodyGoal.requireIn(truth.world(), real.observations());
            if (!imagined.action().equals(real.action())) {
                throw new IllegalArgumentException(
                        "Cannot plan in %s for world '%s': its actions are %s, the world's %s; give a model of that world"
                                .formatted(name, truth.world(), imagined.action(), real.action()));
            }
        }
    }
}
