package io.cradle.jobs.benchmark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.DenseNetwork;
import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.dl4j.SameDiffLearner;
import io.cradle.training.learner.Learner;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.TransformerShape;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.schedule.FixedSchedule;

/**
 * How long a step of training takes, beside this machine's own matmul in the same breath: what other work slows, it slows both. Arguments:
 * rounds, seconds a round and model, thirty times as long to warm up. Prints Markdown.
 */
public final class StepBenchmark {
    private static final int SIDE = 1024;
    private static final int BATCH = 32;
    private static final int FRAMES = 16;
    private static final int PIXELS = 256;
    private static final int ACTIONS = 4;
    private static final int PROFILES = 30;
    /** For the JIT compiler. */
    private static final int WARM_UP = 30;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    /** Kinds of operation that a table names. */
    private static final int NAMED = 12;

    private static final DenseShape DENSE = new DenseShape(3, PIXELS, ACTIONS, List.of(544, 544));
    /** Heads of 64, as GPT-2's. */
    private static final TransformerShape TRANSFORMER = new TransformerShape(FRAMES, PIXELS, ACTIONS, 128, 4, 2);

    private static final TransformerShape MORE_HEADS = new TransformerShape(FRAMES, PIXELS, ACTIONS, 128, 4, 4);
    private static final double INK = 0.1;
    private static final FixedSchedule RATE = new FixedSchedule(1e-4);

    private StepBenchmark() {}

    /** See the class. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 25;
        double seconds = arguments.length > 1 ? Double.parseDouble(arguments[1]) : 0.4;
        Timed matmul = matmul();
        SameDiffLearner learner = learner(TRANSFORMER);
        MultiDataSet sequences = sequences();
        List<Timed> models = List.of(
                layers(BATCH),
                dense(BATCH),
                layers(BATCH * FRAMES),
                dense(BATCH * FRAMES),
                transformer(TRANSFORMER, learner, sequences),
                transformer(MORE_HEADS, learner(MORE_HEADS), sequences));
        warmUp(matmul, models, seconds);
        table(matmul, models, rounds, seconds);
        profile(learner, sequences);
    }

    /**
     * Something done again and again.
     *
     * @param flops nominal floating point operations each time
     */
    private record Timed(String name, int parameters, double flops, Runnable work) {
        Pace over(double seconds) {
            long begin = System.nanoTime();
            long processor = THREAD.getCurrentThreadCpuTime();
            int times = 0;
            long now;
            do {
                work.run();
                times++;
                now = System.nanoTime();
            } while (now - begin < seconds * 1e9);
            double used = THREAD.getCurrentThreadCpuTime() - processor;
            return new Pace((now - begin) * 1e-6 / times, flops * times / (now - begin), flops * times / used);
        }
    }

    /**
     * How fast something went.
     *
     * @param milliseconds each time, on the clock
     * @param gigaflops a second on the clock
     * @param busy billions of operations a second of this thread's processor time, of which other work takes nothing
     */
    private record Pace(double milliseconds, double gigaflops, double busy) {
        static Pace between(Pace one, Pace other) {
            return new Pace(
                    (one.milliseconds + other.milliseconds) / 2,
                    (one.gigaflops + other.gigaflops) / 2,
                    (one.busy + other.busy) / 2);
        }
    }

    private static void warmUp(Timed matmul, List<Timed> models, double seconds) {
        matmul.over(seconds);
        models.forEach(model -> model.over(WARM_UP * seconds));
    }

    private static void table(Timed matmul, List<Timed> models, int rounds, double seconds) {
        List<Pace> matmuls = new ArrayList<>(List.of(matmul.over(seconds / 2)));
        List<Pace> steps = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Timed model : models) {
                steps.add(model.over(seconds));
                matmuls.add(matmul.over(seconds / 2));
            }
        }
        System.out.println(
                "| one step of | parameters | ms | GFLOP/s | of the matmul | its range | by processor time |");
        System.out.println("|---|---|---|---|---|---|---|");
        System.out.printf(
                "| %s | | %.1f | %.1f | 100 %% | | |%n",
                matmul.name, median(matmuls, Pace::milliseconds), median(matmuls, Pace::gigaflops));
        for (int i = 0; i < models.size(); i++) {
            List<Pace> own = new ArrayList<>();
            List<Pace> products = new ArrayList<>();
            for (int at = i; at < rounds * models.size(); at += models.size()) {
                own.add(steps.get(at));
                products.add(Pace.between(matmuls.get(at), matmuls.get(at + 1)));
            }
            row(models.get(i), own, products);
        }
    }

    private static void row(Timed model, List<Pace> steps, List<Pace> products) {
        double[] ratios = ratios(steps, products, Pace::gigaflops);
        System.out.printf(
                "| %s | %,d | %.1f | %.1f | %.0f %% | %.0f–%.0f %% | %.0f %% |%n",
                model.name,
                model.parameters,
                median(steps, Pace::milliseconds),
                median(steps, Pace::gigaflops),
                100 * Medians.of(ratios),
                100 * DoubleStream.of(ratios).min().orElseThrow(),
                100 * DoubleStream.of(ratios).max().orElseThrow(),
                100 * Medians.of(ratios(steps, products, Pace::busy)));
    }

    private static double[] ratios(List<Pace> steps, List<Pace> products, ToDoubleFunction<Pace> of) {
        return IntStream.range(0, steps.size())
                .mapToDouble(i -> of.applyAsDouble(steps.get(i)) / of.applyAsDouble(products.get(i)))
                .toArray();
    }

    private static double median(List<Pace> paces, ToDoubleFunction<Pace> of) {
        return Medians.of(paces.stream().mapToDouble(of).toArray());
    }

    private static void profile(SameDiffLearner learner, MultiDataSet sequences) {
        Map<String, Long> nanos = new HashMap<>();
        long begin = System.nanoTime();
        for (int i = 0; i < PROFILES; i++) {
            learner.profile(sequences).forEach((name, time) -> nanos.merge(name, time, Long::sum));
            long fit = System.nanoTime();
            learner.fit(sequences);
            nanos.merge("a whole step", System.nanoTime() - fit, Long::sum);
        }
        long whole = nanos.remove("a whole step");
        long operations = nanos.values().stream().mapToLong(Long::longValue).sum();
        nanos.put("*optimiser, and feeding the minibatch*", Math.max(0, whole - operations));
        print(nanos, Math.max(whole, operations), System.nanoTime() - begin);
    }

    private static void print(Map<String, Long> nanos, long whole, long all) {
        System.out.println();
        System.out.printf("Where the transformer's step goes (%d steps, %.1f s):%n%n", PROFILES, all * 1e-9);
        System.out.println("| operation | share | ms |");
        System.out.println("|---|---|---|");
        List<Map.Entry<String, Long>> sorted = new ArrayList<>(nanos.entrySet());
        sorted.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
        sorted.subList(0, NAMED).forEach(each -> row(each.getKey(), each.getValue(), whole));
        List<Map.Entry<String, Long>> others = sorted.subList(NAMED, sorted.size());
        row(
                "%d others".formatted(others.size()),
                others.stream().mapToLong(Map.Entry::getValue).sum(),
                whole);
    }

    private static void row(String name, long nanos, long whole) {
        System.out.printf("| %s | %.1f %% | %.2f |%n", name, 100.0 * nanos / whole, nanos * 1e-6 / PROFILES);
    }

    private static Timed matmul() {
        INDArray left = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
        INDArray right = Nd4j.rand(DataType.FLOAT, SIDE, SIDE);
        INDArray product = Nd4j.create(DataType.FLOAT, new long[] {SIDE, SIDE}, 'f');
        return new Timed("matmul %d³".formatted(SIDE), 0, 2.0 * SIDE * SIDE * SIDE, () -> left.mmuli(right, product));
    }

    private static Timed layers(int examples) {
        ComputationGraph network = DenseNetwork.create(DENSE, 1, INK, RATE);
        MultiDataSet batch = frames(examples);
        return dense("DL4J's layers", examples, () -> network.fit(batch));
    }

    private static Timed dense(int examples) {
        Learner<org.nd4j.linalg.dataset.api.MultiDataSet> learner = new DenseLearners(DENSE, 1, INK, RATE).create();
        MultiDataSet batch = frames(examples);
        return dense("SameDiff", examples, () -> learner.fit(batch));
    }

    private static Timed dense(String by, int examples, Runnable step) {
        return new Timed(
                "dense network in %s, %d examples".formatted(by, examples),
                DENSE.parameters(),
                6.0 * DENSE.parameters() * examples,
                step);
    }

    private static MultiDataSet frames(int examples) {
        return new MultiDataSet(
                new INDArray[] {
                    bits(examples, (long) DENSE.frames() * PIXELS), Nd4j.rand(DataType.FLOAT, examples, ACTIONS)
                },
                new INDArray[] {bits(examples, PIXELS)});
    }

    private static Timed transformer(TransformerShape shape, SameDiffLearner learner, MultiDataSet sequences) {
        return new Timed(
                "transformer of %d heads, %d windows of %d".formatted(shape.heads(), BATCH, FRAMES),
                shape.parameters(),
                flops(shape),
                () -> learner.fit(sequences));
    }

    private static SameDiffLearner learner(TransformerShape shape) {
        return new NetworkLearners(shape, 1, 0.5, RATE).learner();
    }

    /** Backwards is twice forwards; scores and sums of attention take each token to all T, masked or not. */
    private static double flops(TransformerShape shape) {
        double attention = 2.0 * FRAMES * shape.width() * shape.layers();
        return 6.0 * BATCH * FRAMES * (shape.weights() + attention);
    }

    private static MultiDataSet sequences() {
        return new MultiDataSet(
                new INDArray[] {bits(BATCH, FRAMES, PIXELS), Nd4j.rand(DataType.FLOAT, BATCH, FRAMES, ACTIONS)},
                new INDArray[] {bits(BATCH, FRAMES, PIXELS)});
    }

    private static INDArray bits(long... shape) {
        return Nd4j.rand(DataType.FLOAT, shape).lt(INK).castTo(DataType.FLOAT);
    }
}
