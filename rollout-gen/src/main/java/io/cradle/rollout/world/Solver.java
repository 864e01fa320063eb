package io.cradle.rollout.world;

/**
 * How hard the solver tries, as velocity/position iterations a substep. Fewer are faster and are other physics;
 * {@code docs/benchmarks/solver.md} tells what each costs in agreement and gains in speed.
 */
public enum Solver {
    /** As the world's file says. */
    WORLD(0, 0),
    /** 180/60, as boxLCD. */
    FULL(180, 60),
    /** 60/20. */
    MEDIUM(60, 20),
    /** 20/10. */
    LIGHT(20, 10),
    /** 8/3, what Box2D's manual suggests for games. */
    GAME(8, 3);

    private final int velocityIterations;
    private final int positionIterations;

    Solver(int velocityIterations, int positionIterations) {
        this.velocityIterations = velocityIterations;
        this.positionIterations = positionIterations;
    }

    WorldDefinition in(WorldDefinition world) {
        if (this == WORLD) {
            return world;
        }
        WorldDefinition faster = Patch.apply(world, "clock.velocityIterations", velocityIterations);
        return Patch.apply(faster, "clock.positionIterations", positionIterations);
    }
}
