package io.cradle.training.planning;

import java.io.Serializable;

/**
 * How one attempt went.
 *
 * @param episode its number; the same number begins and aims the same whoever plans
 * @param reached whether the goal was reached
 * @param steps that were executed
 * @param beginning distance at the start
 * @param end distance after the last step
 * @param real sum of rewards of what was executed
 * @param plans how many were made
 * @param promised return over the horizon that a plan has in the planner's world, estimated with other randomness than it was chosen by;
 *     the mean over plans
 * @param kept return over the same steps that the whole plan has in the true simulator, from the same state; the mean over plans
 * @param seconds it took, planning and all
 */
public record Pursuit(
        int episode,
        boolean reached,
        int steps,
        double beginning,
        double end,
        double real,
        int plans,
        double promised,
        double kept,
        double seconds)
        implements Serializable {
    /** What plans promised beyond what they kept. */
    public double gap() {
        return promised - kept;
    }
}
