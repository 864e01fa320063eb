package io.cradle.rollout.fidelity;

/**
 * The same statistic on both sides, averaged over all steps.
 *
 * @param ours of the simulation
 * @param theirs of the reference
 */
public record Means(double ours, double theirs) {
    /** By which share ours is above theirs; 0 where both are 0. */
    public double excess() {
        return ours == theirs ? 0 : ours / theirs - 1;
    }
}
