package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * How time passes. The iterations decide the physics: fewer are faster, and another world.
 *
 * @param rate steps of the environment a second, Hz
 * @param substeps steps of the solver in each, all of the same length
 * @param velocityIterations of the solver, in each substep
 * @param positionIterations of the solver, in each substep
 */
public record Clock(double rate, int substeps, int velocityIterations, int positionIterations) implements Serializable {
    public Clock {
        Checks.within("rate", rate, 1e-3, 1e4);
        Checks.within("substeps", substeps, 1, 1000);
        Checks.within("velocityIterations", velocityIterations, 1, 10_000);
        Checks.within("positionIterations", positionIterations, 1, 10_000);
    }

    /** Length of a substep in s. */
    public double substep() {
        return 1 / (substeps * rate);
    }
}
