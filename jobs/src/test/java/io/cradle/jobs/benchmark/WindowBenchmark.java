package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.dataset.table.EpisodeTable;
import io.cradle.dataset.table.Lineage;
import io.cradle.dataset.table.TableSettings;
import io.cradle.dataset.table.WindowReader;
import io.cradle.dataset.table.WriteMode;
import io.cradle.dataset.window.Permutation;
import io.cradle.dataset.window.Stretch;
import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowSampler;
import io.cradle.dataset.window.WindowShuffle;
import io.cradle.dataset.window.WindowSpec;
import io.cradle.jobs.configuration.ConfDirectory;
import io.cradle.jobs.configuration.WorldFiles;
import io.cradle.rollout.Clippings;
import io.cradle.rollout.PhysicsWorld;
import io.cradle.rollout.Rollout;
import io.cradle.rollout.RolloutConfig;
import io.cradle.rollout.RolloutPlan;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.world.WorldDefinition;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;

/**
 * How fast windows come straight from a table of Urchin: one by one at random, and in batches of 32 × 16 steps by a shuffled
 * reader on two threads; and what is left on the heap over a long run. Arguments: episodes, seconds of each throughput,
 * seconds of the long run. Prints Markdown.
 */
public final class WindowBenchmark {
    private static final WindowSpec WINDOWS = new WindowSpec(8, 8, 1);
    private static final List<String> SEEN = List.of(Layout.FRAME, Layout.PROPRIO, Layout.ACTION);
    private static final int BATCH = 32;
    private static final int THREADS = 2;
    private static final int SINGLE = 5_000;
    private static final int POINTS = 10;
    private static final long CACHE_BYTES = 32L << 20;
    private static final WindowShuffle SHUFFLE = new WindowShuffle(1, 4_096, 8);

    private final Layout layout;
    private final WindowSampler windows;
    private final List<WindowReader> readers = new ArrayList<>();

    /** What a training does with a batch. */
    private interface Consumer {
        void take(List<Window> batch);
    }

    private WindowBenchmark(EpisodeTable table) {
        layout = new Layout(SEEN.stream().map(table.layout()::require).toList());
        windows = WindowSampler.uniform(
                Stretch.join(table.segments()).stream().sorted(Stretch.ON_DISK).toList(), WINDOWS);
    }

    /** See the class. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        int episodes = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int seconds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 15;
        int run = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 120;
        WindowBenchmark benchmark = made(episodes);
        System.out.printf(
                "%,d windows of %d steps in %d episodes%n%n", benchmark.windows.size(), WINDOWS.steps(), episodes);
        benchmark.single();
        benchmark.throughput(seconds);
        benchmark.heap(run / POINTS);
    }

    private static WindowBenchmark made(int episodes) throws IOException {
        SparkSession.Builder builder = SparkSession.builder().master("local[2]").config("spark.ui.enabled", "false");
        TableSettings.spark().forEach(builder::config);
        SparkSession spark = builder.getOrCreate();
        WorldDefinition world =
                new WorldFiles(new ConfDirectory(Path.of("conf"))).load("Urchin", WorldDefinition.class);
        RolloutPlan plan = RolloutPlan.of(
                new PhysicsWorld(world, List.of()),
                Policies.named("uniform"),
                new RolloutConfig(world.name(), episodes, 1, 2, "uniform"));
        JavaRDD<Episode> made = spark.range(0, episodes, 1, 2).javaRDD().mapPartitions(indices -> {
            Iterable<Long> once = () -> indices;
            return Rollout.stream(
                    StreamSupport.stream(once.spliterator(), false)
                            .map(index -> plan.task(Math.toIntExact(index)))
                            .iterator(),
                    new Clippings());
        });
        EpisodeTable table = EpisodeTable.at(
                spark, Files.createTempDirectory("windows").resolve("urchin").toString());
        table.write(
                made, Rollout.layout(plan.world()), WriteMode.CREATE, new Lineage("benchmark", "", "", List.of(), ""));
        try {
            return new WindowBenchmark(table);
        } finally {
            spark.stop(); // what follows needs none
        }
    }

    private WindowReader reader(long cacheBytes) {
        return new WindowReader(new Configuration(), layout, cacheBytes);
    }

    /** Nothing is kept: each window is read from its pages anew. */
    private void single() {
        System.out.println("| one window at random, nothing cached | p50, ms | p90, ms | p99, ms |");
        System.out.println("|---|---|---|---|");
        try (WindowReader reader = reader(0)) {
            for (int round = 0; round < 4; round++) { // the first is for the JIT compiler
                Permutation order = Permutation.of(round, windows.size());
                double[] times = new double[SINGLE];
                for (int i = 0; i < SINGLE; i++) {
                    long begin = System.nanoTime();
                    reader.read(windows.at(0.5, order.at(i)));
                    times[i] = (System.nanoTime() - begin) * 1e-6;
                }
                Arrays.sort(times);
                System.out.printf(
                        "| round %d, %,d windows | %.3f | %.3f | %.3f |%n",
                        round, SINGLE, times[SINGLE / 2], times[SINGLE * 9 / 10], times[SINGLE * 99 / 100]);
            }
        }
    }

    private void throughput(int seconds) throws InterruptedException, ExecutionException {
        System.out.printf("%n| batches of %d × %d on %d threads | frames/s |%n", BATCH, WINDOWS.steps(), THREADS);
        System.out.println("|---|---|");
        for (int round = 0; round < 4; round++) {
            boolean filled = round % 2 == 1;
            System.out.printf(
                    "| %s, round %d | %,.0f |%n",
                    filled ? "copied into float arrays" : "as tensors", round / 2, framesPerSecond(seconds, filled));
        }
    }

    private void heap(int seconds) throws InterruptedException, ExecutionException {
        System.out.printf("%n| seconds | frames/s | on the heap after a collection, MiB |%n|---|---|---|%n");
        for (int point = 1; point <= POINTS; point++) {
            double rate = framesPerSecond(seconds, true);
            System.gc();
            long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
            System.out.printf("| %d | %,.0f | %.1f |%n", point * seconds, rate, used / (double) (1 << 20));
        }
    }

    private double framesPerSecond(int seconds, boolean filled) throws InterruptedException, ExecutionException {
        while (readers.size() < THREADS) { // they stay open from point to point, or what leaks would be let go
            readers.add(reader(CACHE_BYTES));
        }
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        long begin = System.nanoTime();
        long end = begin + seconds * 1_000_000_000L;
        List<Future<Long>> counted = new ArrayList<>();
        for (int worker = 0; worker < THREADS; worker++) {
            counted.add(threads.submit(worker(worker, end, filled ? new Filling(layout) : batch -> {})));
        }
        long drawn = 0;
        for (Future<Long> count : counted) {
            drawn += count.get();
        }
        threads.shutdown();
        return drawn * WINDOWS.steps() / ((System.nanoTime() - begin) * 1e-9);
    }

    private Callable<Long> worker(int worker, long end, Consumer consumer) {
        return () -> {
            WindowReader reader = readers.get(worker);
            long drawn = 0;
            for (int pass = 0; System.nanoTime() < end; pass++) {
                PrimitiveIterator.OfLong places = SHUFFLE.places(windows.size(), pass, worker, THREADS);
                while (places.hasNext() && System.nanoTime() < end) {
                    List<Window> batch = batch(reader, places);
                    consumer.take(batch);
                    drawn += batch.size();
                }
            }
            return drawn;
        };
    }

    private List<Window> batch(WindowReader reader, PrimitiveIterator.OfLong places) {
        List<Window> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && places.hasNext()) {
            batch.add(reader.read(windows.at(0.5, places.nextLong())));
        }
        return batch;
    }

    /** Copies a batch into arrays {@code [32, 16, elements]}, as a network takes it. */
    private static final class Filling implements Consumer {
        private final List<float[]> arrays = new ArrayList<>();

        Filling(Layout layout) {
            for (TensorSpec tensor : layout.tensors()) {
                arrays.add(new float[BATCH * WINDOWS.steps() * tensor.elements()]);
            }
        }

        @Override
        public void take(List<Window> batch) {
            for (int i = 0; i < batch.size(); i++) {
                List<Tensor> tensors = batch.get(i).tensors();
                for (int t = 0; t < tensors.size(); t++) {
                    int elements = WINDOWS.steps() * tensors.get(t).spec().elements();
                    tensors.get(t).copyFloats(0, WINDOWS.steps(), arrays.get(t), i * elements);
                }
            }
        }
    }
}
