package io.cradle.training.planning;

import java.util.List;

/** What would happen if one did this or that, from where a world is now. */
public interface Scene {
    /**
     * Sums of rewards over the horizon of each plan, none after the goal is reached; the mean over samples where the world is random.
     *
     * @param candidates B plans of one length
     * @param seed of the world's randomness; all candidates meet the same
     * @return {@code [B]}
     */
    double[] returns(List<Plan> candidates, long seed);
}
