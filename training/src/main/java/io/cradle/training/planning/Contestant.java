package io.cradle.training.planning;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.stream.Stream;

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
     * @throws IllegalArgumentException if it doesn't show what the goal is measured on, or shows or takes other things than the simulator
     */
    public void requireAble(EnvironmentFactory truth) {
        try (Environment imagined = world.open(1);
                Environment real = truth.open(1)) {
            BodyGoal.requireIn("%s of '%s'".formatted(name, world.world()), imagined.observations());
            BodyGoal.requireIn("world '%s'".formatted(truth.world()), real.observations());
            Stream.concat(imagined.observations().stream(), Stream.of(imagined.action()))
                    .forEach(tensor -> requireShown(tensor, real, truth.world()));
        }
    }

    private void requireShown(TensorSpec tensor, Environment real, String truth) {
        if (!real.action().equals(tensor) && !real.observations().contains(tensor)) {
            throw new IllegalArgumentException(
                    "Cannot plan in %s of '%s' for world '%s': its '%s' of shape %s with channels %s is not that world's; give a model of that world"
                            .formatted(
                                    name,
                                    world.world(),
                                    truth,
                                    tensor.name(),
                                    tensor.shape(),
                                    tensor.channels().stream()
                                            .map(Channel::name)
                                            .toList()));
        }
    }
}
