package io.cradle.training.planning;

import io.cradle.training.evaluation.Bootstrap;
import io.cradle.training.evaluation.Interval;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;
import org.apache.commons.math3.stat.interval.WilsonScoreInterval;

/**
 * What became of all attempts of one contestant. Intervals are 95 %: of the success rate Wilson's (1927), else the bootstrap's over
 * episodes.
 *
 * @param planner who planned
 * @param world it planned in, for people
 * @param identity of that world: a digest
 * @param success share of episodes that reached the goal
 * @param stepsToSuccess mean over those; empty if there is none
 * @param end mean distance after the last step
 * @param real mean return of what was executed, over whole episodes
 * @param promised mean over episodes of the mean over their plans, see {@link Pursuit#promised}
 * @param kept the same of what plans kept
 * @param gap mean of promised less kept: the exploitation of the model's faults; above 0, plans promise too much
 * @param attempts all of them
 */
public record PlanningResult(
        PlannerKind planner,
        String world,
        String identity,
        Interval success,
        Optional<Interval> stepsToSuccess,
        Interval end,
        Interval real,
        Interval promised,
        Interval kept,
        Interval gap,
        List<Pursuit> attempts)
        implements Serializable {
    private static final double CONFIDENCE = 0.95;

    public PlanningResult {
        attempts = List.copyOf(attempts);
    }

    /**
     * Sums up.
     *
     * @param identity of the world that was planned in
     * @param attempts at least one
     */
    public static PlanningResult of(
            Contestant contestant, String identity, List<Pursuit> attempts, Bootstrap bootstrap) {
        List<Pursuit> reached = attempts.stream().filter(Pursuit::reached).toList();
        return new PlanningResult(
                contestant.planner(),
                contestant.name(),
                identity,
                share(reached.size(), attempts.size()),
                reached.isEmpty() ? Optional.empty() : Optional.of(mean(reached, Pursuit::steps, bootstrap)),
                mean(attempts, Pursuit::end, bootstrap),
                mean(attempts, Pursuit::real, bootstrap),
                mean(attempts, Pursuit::promised, bootstrap),
                mean(attempts, Pursuit::kept, bootstrap),
                mean(attempts, Pursuit::gap, bootstrap),
                attempts);
    }

    /** Wilson's score interval of a share. */
    static Interval share(int successes, int trials) {
        ConfidenceInterval wilson = new WilsonScoreInterval().createInterval(trials, successes, CONFIDENCE);
        double low = successes == 0 ? 0 : wilson.getLowerBound(); // rounding leaves 1e-18 there
        double high = successes == trials ? 1 : wilson.getUpperBound();
        return new Interval((double) successes / trials, low, high);
    }

    private static Interval mean(List<Pursuit> attempts, ToDoubleFunction<Pursuit> value, Bootstrap bootstrap) {
        return bootstrap.mean(attempts.stream().mapToDouble(value).toArray());
    }
}
