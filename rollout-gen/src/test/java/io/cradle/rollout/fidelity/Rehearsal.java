package io.cradle.rollout.fidelity;

import io.cradle.rollout.world.Draws;
import io.cradle.rollout.world.WorldDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reference that our own simulation made, in which things can be changed. Objects begin in free places by hand. */
final class Rehearsal {
    private static final int STATE = 6;

    private final WorldDefinition world;
    private final int steps;
    private final Map<String, Numbers> arrays = new HashMap<>();
    private final float[] state;
    private final float[] lcd;
    private final float[] touching;

    private Rehearsal(WorldDefinition world, int rollouts, int steps) {
        this.world = world;
        this.steps = steps;
        this.state = new float[rollouts * steps * bodies() * STATE];
        this.lcd = new float[rollouts * steps * pixels()];
        this.touching = new float[rollouts * steps];
    }

    private int bodies() {
        return world.bodies().size();
    }

    private int pixels() {
        return world.lcd().height() * world.lcd().width();
    }

    /** Rollouts from poses of the first one's kind, with random actions. */
    static Rehearsal of(WorldDefinition world, int rollouts, int steps) {
        Rehearsal rehearsal = new Rehearsal(world, rollouts, steps);
        int motors = motors(world);
        float[] pose = new float[rollouts * rehearsal.bodies() * 3];
        float[] action = new float[rollouts * steps * motors];
        float[] circle = new float[rollouts * rehearsal.bodies()];
        Draws draws = new Draws(5);
        for (int i = 0; i < action.length; i++) {
            action[i] = (float) draws.uniform(-1, 1);
        }
        int robots = world.bodies().size() - world.objects().size();
        for (int i = 0; i < circle.length; i++) {
            int body = i % rehearsal.bodies();
            boolean round = body < robots
                    ? world.robots().get(0).parts().get(body).shape().size().size() == 1
                    : world.objects().get(body - robots).shapes().stream()
                            .allMatch(shape -> shape.size().size() == 1);
            circle[i] = round
                            || (body >= robots
                                    && world.objects()
                                                    .get(body - robots)
                                                    .shapes()
                                                    .size()
                                            > 1
                                    && i % 2 == 0)
                    ? 1
                    : 0;
            pose[3 * i] = (float) (2 + 0.9 * body);
            pose[3 * i + 1] = (float) (2 + 0.3 * (i % 3));
        }
        rehearsal.replace("action", new Numbers(List.of(rollouts, steps, motors), action));
        rehearsal.replace("initial_pose", new Numbers(List.of(rollouts, rehearsal.bodies(), 3), pose));
        rehearsal.replace("is_circle", new Numbers(List.of(rollouts, rehearsal.bodies()), circle));
        rehearsal.play(rollouts);
        return rehearsal;
    }

    private static int motors(WorldDefinition world) {
        return world.robots().stream().mapToInt(robot -> robot.limbs().size()).sum();
    }

    private void play(int rollouts) {
        Reference begun = reference();
        for (int r = 0; r < rollouts; r++) {
            try (Simulation simulation = new Simulation(Shaped.as(world, begun, r))) {
                simulation.reset(begun.start(r));
                for (int t = 0; t < steps; t++) {
                    simulation.step(begun, r, t);
                    note(simulation, r * steps + t);
                    draw(simulation, r * steps + t);
                }
            }
        }
    }

    private void note(Simulation simulation, int row) {
        touching[row] = simulation.contacts();
        for (int body = 0; body < bodies(); body++) {
            int at = (row * bodies() + body) * STATE;
            state[at] = (float) simulation.x(body);
            state[at + 1] = (float) simulation.y(body);
            state[at + 2] = (float) simulation.angle(body);
            for (int i = 0; i < 3; i++) {
                state[at + 3 + i] = simulation.velocity(body, i);
            }
        }
    }

    /** Frames must be those of the state as it is written down. */
    private void draw(Simulation simulation, int row) {
        boolean[] ink = simulation.ink();
        for (int i = 0; i < ink.length; i++) {
            lcd[row * ink.length + i] = ink[i] ? 0 : 1;
        }
    }

    void shift(int rollout, int step, double metres) {
        state[(rollout * steps + step) * bodies() * STATE] += (float) metres;
    }

    void flip(int rollout, int step, int pixel) {
        int at = (rollout * steps + step) * pixels() + pixel;
        lcd[at] = 1 - lcd[at];
    }

    void touchMore(int rollout, int step) {
        touching[rollout * steps + step]++;
    }

    /** All velocities times a factor. */
    void hasten(float factor) {
        for (int i = 0; i < state.length; i++) {
            state[i] *= i % STATE < 3 ? 1 : factor;
        }
    }

    void replace(String name, Numbers numbers) {
        arrays.put(name, numbers);
    }

    Reference reference() {
        int rollouts = touching.length / steps;
        arrays.putIfAbsent("action", new Numbers(List.of(rollouts, steps, 0), new float[0]));
        Map<String, Numbers> all = new HashMap<>();
        all.put("state", new Numbers(List.of(rollouts, steps, bodies(), STATE), state));
        all.put("touching_contacts", new Numbers(List.of(rollouts, steps), touching));
        all.put(
                "lcd",
                new Numbers(
                        List.of(
                                rollouts,
                                steps,
                                world.lcd().height(),
                                world.lcd().width()),
                        lcd));
        all.putAll(arrays);
        return new Reference("self", world.bodies(), all);
    }
}
