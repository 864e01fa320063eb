package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Clock;
import java.util.List;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;

/** One simulated world. A fresh one for each start: a used jbox2d world gives other bits. */
final class Scene {
    private final World world;
    private final Clock clock;
    private final List<Body> bodies;
    private final List<Motor> motors;

    Scene(World world, Clock clock, List<Body> bodies, List<Motor> motors) {
        this.world = world;
        this.clock = clock;
        this.bodies = List.copyOf(bodies);
        this.motors = List.copyOf(motors);
    }

    /** Bodies that move, in order of creation. */
    List<Body> bodies() {
        return bodies;
    }

    /**
     * Sets all motors, which also wakes the bodies, and advances by one step of the clock.
     *
     * @param action {@code [A]} in order of the motors; of a world without motors it is ignored
     */
    void step(float[] action) {
        for (int i = 0; i < motors.size(); i++) {
            motors.get(i).drive(action[i]);
        }
        for (int i = 0; i < clock.substeps(); i++) {
            world.step((float) clock.substep(), clock.velocityIterations(), clock.positionIterations());
        }
    }
}
