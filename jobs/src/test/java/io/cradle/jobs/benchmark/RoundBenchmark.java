package io.cradle.jobs.benchmark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.model.DenseShape;
import io.cradle.training.spark.Averaged;
import io.cradle.training.spark.Averaging;
import io.cradle.training.spark.OuterConfig;
import io.cradle.training.spark.RoundCost;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * What a round of parameter averaging costs beside its steps, on two workers of one process, by the size of the model; and whether memory
 * stays as it is. Arguments: rounds, then widths of two hidden layers, each a model. With a single width the memory of the process is
 * told ten times on the way. Prints Markdown.
 */
public final class RoundBenchmark {
    private static final int PIXELS = 256;
    private static final int WARM_UP = 5;
    private static final double MEBI = 1024 * 1024;

    private RoundBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        int[] widths = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {610, 2650};
        SparkConf conf = new SparkConf()
                .setMaster("local[2]")
                .setAppName("rounds")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.maxResultSize", "0");
        System.out.println(
                "| parameters | beside its steps, s | send | load | gather | aggregate | Spark, and the slower worker |");
        System.out.println("|---|---|---|---|---|---|---|");
        try (JavaSparkContext spark = new JavaSparkContext(conf)) {
            for (int width : widths) {
                model(spark, width, rounds, widths.length == 1);
            }
        }
    }

    /** A round. */
    private record Timed(double seconds, RoundCost cost) {
        double overhead() {
            return seconds - cost.fit() - cost.idle();
        }

        double rest() {
            return cost.work() - cost.load() - cost.idle() - cost.fit() - cost.gather();
        }
    }

    private static void model(JavaSparkContext spark, int width, int rounds, boolean memory) {
        DenseShape shape = new DenseShape(3, PIXELS, 4, List.of(width, width));
        DenseLearners learners = new DenseLearners(shape, 1, 0.1, new FixedSchedule(1e-4));
        List<Timed> timed = new ArrayList<>();
        List<String> told = new ArrayList<>();
        try (Averaging<MultiDataSet> averaging = new Averaging<>(spark, learners, OuterConfig.AVERAGE, 1)) {
            for (int round = 0; round < rounds + Math.min(WARM_UP, rounds - 1); round++) {
                timed.add(timed(spark, averaging, round));
                if (memory && round % Math.max(1, rounds / 10) == 0) {
                    told.add(memory(round));
                }
            }
        }
        List<Timed> warm = timed.subList(Math.min(WARM_UP, rounds - 1), timed.size());
        System.out.printf(
                "| %,d | %.3f | %.3f | %.3f | %.3f | %.3f | %.3f |%n",
                shape.parameters(),
                median(warm, Timed::overhead),
                median(warm, round -> round.cost().send()),
                median(warm, round -> round.cost().load()),
                median(warm, round -> round.cost().gather()),
                median(warm, round -> round.cost().aggregate()),
                median(warm, Timed::rest));
        if (memory) {
            System.out.printf(
                    "%n| after round | Java heap after a collection, MB | process, MB | beside its heap, MB |%n|---|---|---|---|%n");
            told.forEach(System.out::println);
        }
    }

    private static String memory(int round) {
        System.gc();
        Runtime heap = Runtime.getRuntime();
        return "| %,d | %.0f | %.0f | %.0f |"
                .formatted(
                        round + 1,
                        (heap.totalMemory() - heap.freeMemory()) / MEBI,
                        Pointer.physicalBytes() / MEBI,
                        (Pointer.physicalBytes() - heap.totalMemory()) / MEBI);
    }

    private static double median(List<Timed> rounds, ToDoubleFunction<Timed> part) {
        return rounds.stream()
                .map(part::applyAsDouble)
                .sorted()
                .skip(rounds.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private static Timed timed(JavaSparkContext spark, Averaging<MultiDataSet> averaging, int round) {
        JavaRDD<MultiDataSet> minibatches =
                spark.parallelize(IntStream.range(0, 2).boxed().toList(), 2).map(RoundBenchmark::minibatch);
        JavaRDD<MultiDataSet> nothing = spark.parallelize(List.<MultiDataSet>of(), 2);
        long start = System.nanoTime();
        Averaged averaged = averaging.round(minibatches, nothing, round, 1e-4);
        return new Timed((System.nanoTime() - start) * 1e-9, averaged.cost());
    }

    private static MultiDataSet minibatch(int seed) {
        Random random = new Random(seed);
        return new org.nd4j.linalg.dataset.MultiDataSet(
                new INDArray[] {bits(random, 3 * PIXELS), bits(random, 4)}, new INDArray[] {bits(random, PIXELS)});
    }

    private static INDArray bits(Random random, int width) {
        float[] bits = new float[width];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = random.nextInt(10) == 0 ? 1 : 0;
        }
        return Nd4j.create(bits, new long[] {1, width}, 'c');
    }
}
