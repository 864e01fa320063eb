package io.cradle.training.planning;

/** Looks for actions that lead to a goal. A pure function of what it is given. */
public interface Planner {
    /**
     * A plan from where a world is now.
     *
     * @param scene what happens to plans, in a world that the planner knows
     * @param guess where the search begins: what is left of the plan before, or doing nothing
     * @param seed of all that is drawn
     * @return as long as the guess
     */
    Plan plan(Scene scene, Plan guess, long seed);

    /** The planner that a configuration names. */
    static Planner of(PlannerKind kind, SearchConfig config) {
        return switch (kind) {
            case RANDOM -> new RandomActions();
            case CEM -> new CrossEntropy(config);
            case MPPI -> new PathIntegral(config);
        };
    }
}
