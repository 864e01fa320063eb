package io.cradle.rollout;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.EnvironmentFactory;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import java.io.Serializable;

/**
 * An episode that is still to be made: all that it is a function of. Travels to where it is run.
 *
 * @param world where it happens
 * @param policy who acts
 * @param seed the only source of randomness
 * @param steps T, at least 1
 * @param source {@code rollout} of a simulated world, {@code dream} of a learned one
 */
public record RolloutTask(EnvironmentFactory world, Policy policy, long seed, int steps, String source)
        implements Serializable {
    public RolloutTask {
        if (steps < 1) {
            throw new IllegalArgumentException("Invalid rollout of %d steps: at least 1 is needed".formatted(steps));
        }
    }

    /** Where its world begins. */
    public Start start() {
        return new Start.Seed(Seeds.child(seed, Rollout.WORLD_SEED));
    }

    /** Identity of its episode. */
    public String id() {
        return id(world.identity());
    }

    /** The same, by the identity of its world, which takes longer to spell out than a short episode to simulate. */
    String id(String identity) {
        return Episode.idOf(
                Rollout.GENERATOR, identity, policy.identity(), Long.toString(seed), Integer.toString(steps));
    }
}
