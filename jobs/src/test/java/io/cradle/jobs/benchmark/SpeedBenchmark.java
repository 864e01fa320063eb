package io.cradle.jobs.benchmark;

import com.sun.management.ThreadMXBean;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Environment;
import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.spec.Start;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WriteMode;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Clippings;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.box2d.PlainLoop;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * How much of the speed of a plain loop over jbox2d is left, layer by layer: one process, layers in turn, medians of rounds.
 * Arguments: number of rounds, seconds for each measurement, worlds. Prints Markdown.
 */
public final class SpeedBenchmark implements AutoCloseable {
    private static final List<String> WORLDS = List.of(
            "Dropbox",
            "Bounce",
            "Bounce2",
            "Object2",
            "Urchin",
            "Luxo",
            "UrchinCube",
            "LuxoCube",
            "UrchinBall",
            "LuxoBall");
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** Tables are made of so many times more episodes, since a job and a commit cost the same however many there are. */
    private static final int TABLE_TIMES = 18;

    private static final Lineage LINEAGE = new Lineage("benchmark", "", "", List.of(), "");

    private final SparkSession spark;
    private final Path directory;
    private int tables;

    /** A measured layer. */
    private interface Layer {
        void run(WorldDefinition world, int first, int episodes) throws IOException;
    }

    private SpeedBenchmark() throws IOException {
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false");
        TableSettings.spark().forEach(builder::config);
        this.spark = builder.getOrCreate();
        this.directory = Files.createTempDirectory("speed");
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.7;
        List<String> worlds = arguments.length > 2 ? Arrays.asList(arguments).subList(2, arguments.length) : WORLDS;
        WorldFiles files = new WorldFiles(new ConfDirectory(Path.of("conf")));
        try (SpeedBenchmark benchmark = new SpeedBenchmark()) {
            print(
                    "| world | plain loop, steps/s | environment | + record | end to end, one task | drawing | recording | writing | two tasks | B/step |");
            print("|---|---|---|---|---|---|---|---|---|---|");
            for (String name : worlds) {
                print(benchmark.row(files.load(name, WorldDefinition.class), rounds, seconds));
            }
        }
    }

    private Map<String, Layer> layers() {
        Map<String, Layer> layers = new LinkedHashMap<>();
        layers.put("physics", (world, first, episodes) -> plain(world, first, episodes, PlainLoop.Frames.NONE));
        layers.put("plain", (world, first, episodes) -> plain(world, first, episodes, PlainLoop.Frames.DRAWN));
        layers.put("environment", SpeedBenchmark::environment);
        layers.put("record", SpeedBenchmark::record);
        layers.put("one", (world, first, episodes) -> table(world, first, episodes, 1));
        layers.put("two", (world, first, episodes) -> table(world, first, episodes, 2));
        return layers;
    }

    private String row(WorldDefinition world, int rounds, double seconds) throws IOException {
        int episodes = episodes(world, seconds);
        Map<String, double[]> times = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) { // the first is for the JIT compiler
            for (Map.Entry<String, Layer> layer : layers().entrySet()) {
                int factor = List.of("one", "two").contains(layer.getKey()) && round >= 0 ? TABLE_TIMES : 1;
                long begin = System.nanoTime();
                layer.getValue().run(world, Math.max(round, 0) * factor * episodes, factor * episodes);
                double time = (System.nanoTime() - begin) * 1e-9 / factor;
                if (round >= 0) {
                    times.computeIfAbsent(layer.getKey(), name -> new double[rounds])[round] = time;
                }
            }
        }
        double plain = Medians.of(times.get("plain"));
        return "| %s | %,.0f | %.2f | %.2f | %.2f | %.1f %% | %.1f %% | %.1f %% | %.2f | %.0f |"
                .formatted(
                        world.name(),
                        (double) episodes * world.steps() / plain,
                        Medians.ratio(times.get("plain"), times.get("environment")),
                        Medians.ratio(times.get("plain"), times.get("record")),
                        Medians.ratio(times.get("plain"), times.get("one")),
                        100 * (1 - Medians.ratio(times.get("physics"), times.get("plain"))),
                        100 * Math.max(0, 1 - Medians.ratio(times.get("environment"), times.get("record"))),
                        100 * (1 - Medians.ratio(times.get("record"), times.get("one"))),
                        Medians.ratio(times.get("one"), times.get("two")),
                        allocated(world));
    }

    private static int episodes(WorldDefinition world, double seconds) {
        int episodes = 0;
        for (int warm = 0; warm < 2; warm++) {
            episodes = 0;
            long end = System.nanoTime() + (long) (seconds * 1e9);
            while (System.nanoTime() < end) {
                plain(world, episodes++, 1, PlainLoop.Frames.DRAWN);
            }
        }
        return episodes;
    }

    private static void plain(WorldDefinition world, int first, int episodes, PlainLoop.Frames frames) {
        for (int i = first; i < first + episodes; i++) {
            PlainLoop.run(world, Seeds.child(1, i), world.steps(), frames);
        }
    }

    private static void environment(WorldDefinition world, int first, int episodes) {
        Policy uniform = Policies.named("uniform");
        try (Environment environment = new PhysicsWorld(world, List.of()).open(1)) {
            for (int i = first; i < first + episodes; i++) {
                rollout(environment, uniform, Seeds.child(1, i), world.steps());
            }
        }
    }

    private static long rollout(Environment environment, Policy uniform, long seed, int steps) {
        Policy.Actor actor = uniform.actor(environment.action(), Seeds.child(seed, 1));
        List<Tensor> observed = environment.reset(List.of(new Start.Seed(Seeds.child(seed, 0))));
        long before = THREADS.getCurrentThreadAllocatedBytes();
        for (int t = 0; t < steps; t++) {
            observed = environment.step(Tensor.ofFloats(environment.action(), actor.act(observed, 0)));
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /** Bytes a step that the environment allocates and the engine doesn't: physics allocates the same with and without. */
    private static double allocated(WorldDefinition world) {
        Policy uniform = Policies.named("uniform");
        long environment = 0;
        long engine = 0;
        int steps = world.steps();
        try (Environment opened = new PhysicsWorld(world, List.of()).open(1)) {
            for (int i = 0; i < 50; i++) {
                environment += rollout(opened, uniform, Seeds.child(1, i), steps);
                engine += PlainLoop.allocated(world, Seeds.child(1, i), steps, THREADS::getCurrentThreadAllocatedBytes);
            }
        }
        return (environment - engine) / (50.0 * steps);
    }

    private static void record(WorldDefinition world, int first, int episodes) {
        Rollout.stream(plan(world).tasks(first, first + episodes).iterator(), new Clippings())
                .forEachRemaining(episode -> {});
    }

    private void table(WorldDefinition world, int first, int episodes, int tasks) {
        RolloutPlan plan = plan(world);
        JavaRDD<Episode> made = spark.range(first, first + episodes, 1, tasks)
                .javaRDD()
                .mapPartitions(indices -> {
                    Iterable<Long> once = () -> indices;
                    return Rollout.stream(
                            StreamSupport.stream(once.spliterator(), false)
                                    .map(index -> plan.task(Math.toIntExact(index)))
                                    .iterator(),
                            new Clippings());
                });
        EpisodeTable.at(spark, directory.resolve("t" + tables++).toString())
                .write(made, Rollout.layout(plan.world()), WriteMode.CREATE, LINEAGE);
    }

    private static RolloutPlan plan(WorldDefinition world) {
        RolloutConfig config = new RolloutConfig(world.name(), 1, 1, 1, "uniform");
        return RolloutPlan.of(new PhysicsWorld(world, List.of()), Policies.named("uniform"), config);
    }

    private static void print(String line) {
        System.out.println(line);
    }

    @Override
    public void close() {
        spark.stop();
    }
}
