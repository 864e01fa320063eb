package io.cradle.jobs.benchmark;

import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.world.Draws;
import io.cradle.rollout.world.WorldDefinition;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.List;

/**
 * What it costs to take a snapshot and to go on from it, beside a step and beside doing all steps again. Argument: rounds.
 * Prints Markdown.
 */
public final class SnapshotBenchmark {
    private static final List<String> WORLDS =
            List.of("Bounce", "Urchin", "UrchinCube", "LuxoCube", "Billiard", "Tower");
    private static final int TIMES = 300;
    private static final int PASSED = 50;

    private SnapshotBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        WorldFiles files = new WorldFiles(new ConfDirectory(Path.of("conf")));
        System.out.println(
                "| world | begin, µs | step, µs | snapshot, µs | restore, µs | replay of 50 steps, µs | replay ÷ restore |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String name : WORLDS) {
            System.out.println(row(files.load(name, WorldDefinition.class), rounds));
        }
    }

    private static String row(WorldDefinition definition, int rounds) throws IOException, ClassNotFoundException {
        double[] begin = new double[rounds];
        double[] step = new double[rounds];
        double[] snapshot = new double[rounds];
        double[] restore = new double[rounds];
        double[] replay = new double[rounds];
        PhysicsWorld world = new PhysicsWorld(definition, List.of());
        try (Environment environment = world.open(1);
                Environment other = world.open(1)) {
            for (int round = -2; round < rounds; round++) {
                int seed = round;
                double begun = each(() -> environment.reset(List.of(new Start.Seed(seed))));
                double stepped = steps(environment, PASSED) / PASSED;
                double taken = each(() -> environment.snapshot());
                Snapshot there = environment.snapshot().get(0);
                double restored = each(() -> other.reset(List.of(new Start.Restored(there))));
                Snapshot shipped = shipped(there);
                double replayed = once(() -> other.reset(List.of(new Start.Restored(shipped))));
                if (round >= 0) {
                    begin[round] = begun;
                    step[round] = stepped;
                    snapshot[round] = taken;
                    restore[round] = restored;
                    replay[round] = replayed;
                }
            }
        }
        return "| %s | %.0f | %.0f | %.0f | %.0f | %.0f | %.0f |"
                .formatted(
                        definition.name(),
                        Medians.of(begin),
                        Medians.of(step),
                        Medians.of(snapshot),
                        Medians.of(restore),
                        Medians.of(replay),
                        Medians.ratio(replay, restore));
    }

    private static double steps(Environment environment, int steps) {
        Draws draws = new Draws(7);
        float[] action = new float[environment.action().elements()];
        return once(() -> {
            for (int t = 0; t < steps; t++) {
                for (int i = 0; i < action.length; i++) {
                    action[i] = (float) draws.uniform(-1, 1);
                }
                environment.step(Tensor.ofFloats(environment.action(), action));
            }
        });
    }

    private static double each(Runnable work) {
        return once(() -> {
                    for (int i = 0; i < TIMES; i++) {
                        work.run();
                    }
                })
                / TIMES;
    }

    private static double once(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) * 1e-3;
    }

    /** As it is after a journey, which the copy of the world does not survive. */
    private static Snapshot shipped(Snapshot snapshot) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(snapshot);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (Snapshot) in.readObject();
        }
    }
}
