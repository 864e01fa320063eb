package io.cradle.rollout;

import java.io.Serializable;

/**
 * Section {@code rollout} of the configuration: which rollouts are made.
 *
 * @param world name of a world in {@code conf/worlds}, in any case, or {@code learned:<checkpoint>}
 * @param episodes how many, at least 1
 * @param seed parent of all the episodes' seeds
 * @param partitions Spark tasks that share the work, at least 1; decides nothing about the data
 * @param policy name of a policy, such as {@code uniform}
 */
public record RolloutConfig(String world, int episodes, long seed, int partitions, String policy)
        implements Serializable {
    public RolloutConfig {
        if (episodes < 1) {
            throw new IllegalArgumentException("Invalid rollout.episodes=%d: must be at least 1".formatted(episodes));
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Invalid rollout.partitions=%d: must be at least 1".formatted(partitions));
        }
    }
}
