package io.cradle.jobs.configuration;

import io.cradle.rollout.RolloutConfig;
import java.io.Serializable;

/**
 * One part of a pipeline: rollouts of one world by one policy. What it doesn't say, section {@code rollout} does.
 *
 * @param name of the part: small letters, digits and dashes
 * @param world as {@code rollout.world}
 * @param policy as {@code rollout.policy}
 * @param episodes how many there are to be, at least 1; may grow from one build to the next, never shrink
 * @param seed as {@code rollout.seed}
 */
public record PartConfig(String name, String world, String policy, int episodes, long seed) implements Serializable {
    public PartConfig {
        if (name != null && !name.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            throw new IllegalArgumentException(
                    "Invalid name='%s': a part has up to 64 small letters, digits and dashes".formatted(name));
        }
        if (episodes < 1) {
            throw new IllegalArgumentException("Invalid episodes=%d: must be at least 1".formatted(episodes));
        }
    }

    /** Its rollouts, amid all that the section says. */
    public RolloutConfig within(RolloutConfig section) {
        return new RolloutConfig(
                world,
                section.compat(),
                section.solver(),
                section.truth(),
                episodes,
                seed,
                section.partitions(),
                section.commitEpisodes(),
                policy);
    }
}
