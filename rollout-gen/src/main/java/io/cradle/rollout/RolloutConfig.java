package io.cradle.rollout;

import io.cradle.rollout.world.Solver;
import io.cradle.rollout.world.Truth;
import java.io.Serializable;
import java.util.List;

/**
 * Section {@code rollout} of the configuration: which rollouts are made.
 *
 * @param world name of a world in {@code conf/worlds}, in any case, or {@code learned:<checkpoint>}
 * @param compat name of a variant of the world: {@code boxlcd} is boxLCD to the letter; empty for the world as it is
 * @param solver how hard the physics solver tries; WORLD is as the world's file says
 * @param truth hidden truths that are recorded besides; none by default
 * @param episodes how many, at least 1
 * @param seed parent of all the episodes' seeds
 * @param partitions Spark tasks that share the work, at least 1; decides nothing about the data
 * @param commitEpisodes how many are committed at a time, at least 1: what a killed build can lose; decides nothing about
 *     the data
 * @param policy a policy and its parameters, such as {@code uniform} or {@code smooth:time=0.5}
 */
public record RolloutConfig(
        String world,
        String compat,
        Solver solver,
        List<Truth> truth,
        int episodes,
        long seed,
        int partitions,
        int commitEpisodes,
        String policy)
        implements Serializable {
    public RolloutConfig {
        truth = List.copyOf(truth);
        if (episodes < 1) {
            throw new IllegalArgumentException("Invalid rollout.episodes=%d: must be at least 1".formatted(episodes));
        }
        if (partitions < 1) {
            throw new IllegalArgumentException(
                    "Invalid rollout.partitions=%d: must be at least 1".formatted(partitions));
        }
        if (commitEpisodes < 1) {
            throw new IllegalArgumentException(
                    "Invalid rollout.commitEpisodes=%d: must be at least 1".formatted(commitEpisodes));
        }
    }

    /** Rollouts of a world as it is, nothing recorded besides, all committed at once. */
    public RolloutConfig(String world, int episodes, long seed, int partitions, String policy) {
        this(world, "", Solver.WORLD, List.of(), episodes, seed, partitions, episodes, policy);
    }
}
