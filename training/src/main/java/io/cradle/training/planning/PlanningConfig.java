package io.cradle.training.planning;

import java.io.Serializable;
import java.util.List;

/**
 * Section {@code plan} of the configuration.
 *
 * @param goal what is to be reached
 * @param threshold distance below which it is, above 0
 * @param episodes N, at least 1
 * @param steps of an episode that doesn't reach the goal, at least 1
 * @param seed parent of all seeds: starts, goals, draws
 * @param planners who plans, at least one
 * @param truth whether they plan in the true simulator too
 * @param horizon H, steps of a plan, at least 1
 * @param replan steps of a plan that are executed before the next is made, from 1 to {@code horizon}
 * @param search how planners look for a plan
 * @param samples S, dreams of each candidate, at least 1; above 1 only where {@code dream.draw} is SAMPLE
 * @param resamples of the bootstrap over episodes, at least 100
 * @param partitions Spark tasks that share the work, at least 1; decides nothing about the result
 */
public record PlanningConfig(
        GoalKind goal,
        double threshold,
        int episodes,
        int steps,
        long seed,
        List<PlannerKind> planners,
        boolean truth,
        int horizon,
        int replan,
        SearchConfig search,
        int samples,
        int resamples,
        int partitions)
        implements Serializable {
    public PlanningConfig {
        planners = List.copyOf(planners);
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("Invalid plan.threshold=%s: must be above 0".formatted(threshold));
        }
        if (episodes < 1 || steps < 1 || partitions < 1) {
            throw new IllegalArgumentException(
                    "Invalid plan.episodes=%d, plan.steps=%d, plan.partitions=%d: each must be at least 1"
                            .formatted(episodes, steps, partitions));
        }
        if (planners.isEmpty() || planners.stream().distinct().count() < planners.size()) {
            throw new IllegalArgumentException(
                    "Invalid plan.planners=%s: name RANDOM, CEM or MPPI, each once".formatted(planners));
        }
        if (horizon < 1 || replan < 1 || replan > horizon) {
            throw new IllegalArgumentException(
                    "Invalid plan.horizon=%d, plan.replan=%d: replan must be from 1 to the horizon"
                            .formatted(horizon, replan));
        }
        if (samples < 1 || (long) samples * search.candidates() > SearchConfig.MOST_CANDIDATES) {
            throw new IllegalArgumentException(
                    "Invalid plan.samples=%d: must be at least 1, and at most %d with %d plan.search.candidates"
                            .formatted(
                                    samples, SearchConfig.MOST_CANDIDATES / search.candidates(), search.candidates()));
        }
        if (resamples < 100) {
            throw new IllegalArgumentException(
                    "Invalid plan.resamples=%d: an interval needs at least 100".formatted(resamples));
        }
    }
}
