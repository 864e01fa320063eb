package io.cradle.jobs.benchmark;

import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.model.TransformerShape;
import io.cradle.training.spark.Averaged;
import io.cradle.training.spark.Averaging;
import io.cradle.training.spark.OuterConfig;
import io.cradle.training.spark.RoundCost;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * Samples a second of two executors of one core each, beside one: the causal transformer of {@link StepBenchmark}, parameter averaging with
 * all that a round costs. One application, rounds of one worker and of two by turns, so that what else the machine does slows both.
 * Arguments: pairs of rounds, minibatches in a round. Prints Markdown.
 */
public final class ExecutorsBenchmark {
    private static final TransformerShape SHAPE = new TransformerShape(16, 256, 4, 128, 4, 2);
    private static final int BATCH = 32;
    private static final int WARM_UP = 6;

    private ExecutorsBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int pairs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        int steps = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 20;
        try (JavaSparkContext spark = new JavaSparkContext(conf())) {
            NetworkLearners learners = new NetworkLearners(SHAPE, 1, 0.5, new FixedSchedule(1e-4));
            try (Averaging<MultiDataSet> averaging = new Averaging<>(spark, learners, OuterConfig.AVERAGE, 1)) {
                run(spark, averaging, pairs, steps);
            }
        }
    }

    private static SparkConf conf() {
        return new SparkConf()
                .setMaster("local-cluster[2,1,3072]")
                .setAppName("executors")
                .set("spark.executor.memory", "3g")
                .set("spark.executor.extraClassPath", classPath())
                .set("spark.executorEnv.OMP_NUM_THREADS", "1")
                .set("spark.executorEnv.OPENBLAS_NUM_THREADS", "1")
                .set("spark.executorEnv.SD_MAX_THREADS", "1")
                .set("spark.executorEnv.SD_MASTER_THREADS", "1")
                .set("spark.ui.enabled", "false")
                .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .set("spark.locality.wait", "0s");
    }

    /** Executors work elsewhere: each entry by its whole path. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** A round of so many workers. */
    private record Timed(int workers, double seconds, RoundCost cost) {
        double samples(int steps) {
            return workers * (double) steps * BATCH / seconds;
        }
    }

    private static void run(JavaSparkContext spark, Averaging<MultiDataSet> averaging, int pairs, int steps) {
        for (int round = 0; round < WARM_UP; round++) {
            timed(spark, averaging, 2, steps, round);
        }
        List<Timed> one = new ArrayList<>();
        List<Timed> two = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            one.add(timed(spark, averaging, 1, steps, 2 * pair));
            two.add(timed(spark, averaging, 2, steps, 2 * pair + 1));
        }
        List<Double> ratios = IntStream.range(0, pairs)
                .mapToObj(i -> two.get(i).samples(steps) / one.get(i).samples(steps))
                .sorted()
                .toList();
        System.out.printf("%d pairs of rounds, H = %d, minibatches of %d x 16 frames%n%n", pairs, steps, BATCH);
        System.out.println("| executors | samples/s | round, s | send | load | data | fit | gather | aggregate |");
        System.out.println("|---|---|---|---|---|---|---|---|---|");
        row(one, steps);
        row(two, steps);
        System.out.printf(
                "%nTwo over one: %.2f (%.2f to %.2f)%n", ratios.get(pairs / 2), ratios.get(0), ratios.get(pairs - 1));
    }

    private static void row(List<Timed> rounds, int steps) {
        System.out.printf(
                "| %d | %.0f | %.2f | %.3f | %.3f | %.3f | %.2f | %.3f | %.3f |%n",
                rounds.get(0).workers(),
                median(rounds, round -> round.samples(steps)),
                median(rounds, Timed::seconds),
                median(rounds, round -> round.cost().send()),
                median(rounds, round -> round.cost().load()),
                median(rounds, round -> round.cost().idle()),
                median(rounds, round -> round.cost().fit()),
                median(rounds, round -> round.cost().gather()),
                median(rounds, round -> round.cost().aggregate()));
    }

    static double median(List<Timed> rounds, ToDoubleFunction<Timed> part) {
        List<Double> values =
                new ArrayList<>(rounds.stream().map(part::applyAsDouble).toList());
        Collections.sort(values);
        return values.get(values.size() / 2);
    }

    private static Timed timed(
            JavaSparkContext spark, Averaging<MultiDataSet> averaging, int workers, int steps, int round) {
        JavaRDD<MultiDataSet> minibatches = spark.parallelize(
                        IntStream.range(0, workers * steps).boxed().toList(), workers)
                .map(ExecutorsBenchmark::minibatch);
        JavaRDD<MultiDataSet> nothing = spark.parallelize(List.<MultiDataSet>of(), workers);
        long start = System.nanoTime();
        Averaged averaged = averaging.round(minibatches, nothing, round, 1e-4);
        return new Timed(workers, (System.nanoTime() - start) * 1e-9, averaged.cost());
    }

    /** Balls that fall are not needed to take time: noise of a tenth ink. */
    private static MultiDataSet minibatch(int seed) {
        Random random = new Random(seed);
        return new org.nd4j.linalg.dataset.MultiDataSet(
                new INDArray[] {bits(random, SHAPE.pixels()), bits(random, SHAPE.actions())},
                new INDArray[] {bits(random, SHAPE.pixels())});
    }

    private static INDArray bits(Random random, int width) {
        float[] bits = new float[BATCH * SHAPE.frames() * width];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(10) == 0 ? 1 : 0;
        }
        return Nd4j.create(bits, new long[] {BATCH, SHAPE.frames(), width}, 'c');
    }
}
