package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.Draws;
import io.cradle.rollout.world.Solver;
import io.cradle.rollout.world.WorldDefinition;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What fewer iterations of the solver gain in speed and cost in agreement with 180/60: the same starts and actions, solved
 * otherwise. Argument: rounds. Prints Markdown.
 */
public final class SolverBenchmark {
    private static final List<String> WORLDS =
            List.of("Bounce", "Bounce2", "Urchin", "UrchinCube", "Luxo", "LuxoCube", "Tower");
    private static final List<Solver> SOLVERS = List.of(Solver.FULL, Solver.MEDIUM, Solver.LIGHT, Solver.GAME);
    private static final int ROLLOUTS = 64;
    private static final double TOLERANCE = 0.01;

    private SolverBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        WorldFiles files = new WorldFiles(new ConfDirectory(Path.of("conf")));
        System.out.println(
                "| world | steps | MEDIUM: steps until 1 % | speed | LIGHT: steps | speed | GAME: steps | speed |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (String name : WORLDS) {
            System.out.println(row(files.load(name, WorldDefinition.class), rounds));
        }
    }

    private static String row(WorldDefinition world, int rounds) {
        Map<Solver, double[]> times = new EnumMap<>(Solver.class);
        Map<Solver, Tensor[][]> states = new EnumMap<>(Solver.class);
        SOLVERS.forEach(solver -> times.put(solver, new double[rounds]));
        for (int round = -1; round < rounds; round++) {
            for (Solver solver : SOLVERS) {
                long begin = System.nanoTime();
                states.put(solver, rollouts(world.solvedBy(solver)));
                if (round >= 0) {
                    times.get(solver)[round] = (System.nanoTime() - begin) * 1e-9;
                }
            }
        }
        StringBuilder row = new StringBuilder("| %s | %d |".formatted(world.name(), world.steps()));
        for (Solver solver : SOLVERS.subList(1, SOLVERS.size())) {
            row.append(" %.1f | %.2f |"
                    .formatted(
                            divergence(world, states.get(Solver.FULL), states.get(solver)),
                            Medians.ratio(times.get(Solver.FULL), times.get(solver))));
        }
        return row.toString();
    }

    private static Tensor[][] rollouts(WorldDefinition world) {
        Tensor[][] states = new Tensor[ROLLOUTS][world.steps()];
        try (Environment environment = new PhysicsWorld(world, List.of()).open(1)) {
            float[] action = new float[environment.action().elements()];
            for (int rollout = 0; rollout < ROLLOUTS; rollout++) {
                Draws draws = new Draws(Seeds.child(1, rollout));
                environment.reset(List.of(new Start.Seed(rollout)));
                for (int t = 0; t < world.steps(); t++) {
                    for (int i = 0; i < action.length; i++) {
                        action[i] = (float) draws.uniform(-1, 1);
                    }
                    states[rollout][t] = environment
                            .step(Tensor.ofFloats(environment.action(), action))
                            .get(2);
                }
            }
        }
        return states;
    }

    private static double divergence(WorldDefinition world, Tensor[][] truth, Tensor[][] other) {
        double[] steps = new double[ROLLOUTS];
        for (int rollout = 0; rollout < ROLLOUTS; rollout++) {
            int t = 0;
            while (t < world.steps() && error(world, truth[rollout][t], other[rollout][t]) <= TOLERANCE) {
                t++;
            }
            steps[rollout] = Math.min(t + 1, world.steps());
        }
        return Medians.of(steps);
    }

    /** Of the body that is most off: four channels each, cos, sin, x and y in order of name. */
    private static double error(WorldDefinition world, Tensor truth, Tensor other) {
        double most = 0;
        for (int i = 0; i < truth.spec().elements(); i += 4) {
            double turned = Math.IEEEremainder(angle(truth, i) - angle(other, i), 2 * Math.PI);
            double moved = Math.max(metres(truth, other, i + 2), metres(truth, other, i + 3)) / world.width();
            most = Math.max(most, Math.max(moved, Math.abs(turned) / Math.PI));
        }
        return most;
    }

    private static double angle(Tensor state, int first) {
        return Math.atan2(state.value(0, first + 1), state.value(0, first));
    }

    private static double metres(Tensor truth, Tensor other, int i) {
        Channel channel = truth.spec().channels().get(i);
        return Math.abs(truth.value(0, i) - other.value(0, i)) / 2 * (channel.high() - channel.low());
    }
}
