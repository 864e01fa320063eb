package io.cradle.training.planning;

/** Planners that a configuration can name. */
public enum PlannerKind {
    /** Uniform actions, whatever happens: the floor. */
    RANDOM,
    /** See {@link CrossEntropy}. */
    CEM,
    /** See {@link PathIntegral}. */
    MPPI
}
