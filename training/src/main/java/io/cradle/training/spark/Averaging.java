package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.Floats;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/**
 * The engine: sends a state to K workers, lets each fit its minibatches, averages where they ended, and steps from there. What is
 * trained, and what a minibatch is, is up to {@link Learners}: DL4J's graphs, pure SameDiff models, or anything else that has parameters.
 *
 * <p>The driver holds the states of all workers for a moment: 12 bytes a parameter and worker where Adam is the optimiser.
 *
 * @param <B> a minibatch
 */
public final class Averaging<B> implements AutoCloseable {
    private final JavaSparkContext spark;
    private final Learners<B> learners;
    private final OuterOptimizer outer;
    private final long seed;
    private LearnerState state;
    private Broadcast<LearnerState> sent;
    /** Held until the next: Spark's cleaner, which takes what nobody holds, would race with its destruction. */
    @SuppressWarnings("UnusedVariable")
    private Broadcast<LearnerState> destroyed;

    /**
     * At what the learners begin with, which is asked of a worker.
     *
     * @param outer what becomes of an average
     * @param seed parent of what is random in each round
     */
    public Averaging(JavaSparkContext spark, Learners<B> learners, OuterConfig outer, long seed) {
        this(
                spark,
                learners,
                new OuterOptimizer(outer, Floats.of(new float[0])),
                seed,
                initial(spark.parallelize(List.of(0), 1), learners));
    }

    /**
     * At a state.
     *
     * @param seed parent of what is random in each round
     */
    Averaging(JavaSparkContext spark, Learners<B> learners, OuterOptimizer outer, long seed, LearnerState start) {
        this.spark = spark;
        this.learners = learners;
        this.outer = outer;
        this.seed = seed;
        this.state = start;
    }

    /**
     * What a learner begins with, asked of a worker: the driver may not have the devices.
     *
     * @param place one element, where workers run
     */
    static LearnerState initial(JavaRDD<?> place, Learners<?> learners) {
        return place.map(none -> initial(learners)).first();
    }

    private static LearnerState initial(Learners<?> learners) {
        Device.bind();
        return Memory.bounded(() -> {
            try (Learner<?> learner = learners.create()) {
                return learner.state();
            }
        });
    }

    /** Where it stands. */
    public LearnerState state() {
        return state;
    }

    OuterOptimizer outer() {
        return outer;
    }

    /**
     * One round.
     *
     * @param minibatches a partition for each worker
     * @param validation as many partitions, which each worker measures when it is through; may be empty
     * @param round from 0
     * @param learningRate of the workers, for SlowMo
     * @throws Diverged if a loss, or the average, is not finite
     */
    public Averaged round(JavaRDD<B> minibatches, JavaRDD<B> validation, int round, double learningRate) {
        Clock clock = new Clock();
        final long bytes = send();
        final double send = clock.lap();
        List<WorkerResult> results = minibatches
                .zipPartitions(validation, new RoundTask<>(learners, sent, Seeds.child(seed, round)))
                .collect();
        final double work = clock.lap();
        results.forEach(result -> Diverged.check(round, result));
        requireWork(results, round);
        LearnerState before = state;
        LearnerState mean = Mean.of(results);
        Agreement agreement = Agreement.of(ends(results), before.parameters(), mean.parameters());
        Floats next = outer.next(before.parameters(), mean.parameters(), learningRate);
        Diverged.check(round, next);
        move(new LearnerState(mean.layout(), next, mean.moments(), mean.steps()));
        return new Averaged(results, agreement, new RoundCost(send, work, clock.lap(), bytes, bytes(results), results));
    }

    private static void requireWork(List<WorkerResult> results, int round) {
        if (results.stream().allMatch(each -> each.end().isEmpty())) {
            throw new IllegalStateException(
                    "Cannot average round %d: no worker had data; give it minibatches".formatted(round));
        }
    }

    private static List<Floats> ends(List<WorkerResult> results) {
        return results.stream()
                .filter(each -> each.end().isPresent())
                .sorted(Comparator.comparingInt(WorkerResult::worker))
                .map(each -> each.end().orElseThrow().parameters())
                .toList();
    }

    /** Loss of where it stands. */
    public Total measure(JavaRDD<B> validation) {
        send();
        JavaRDD<B> nothing = spark.parallelize(List.<B>of(), validation.getNumPartitions());
        List<Total> parts = nothing.zipPartitions(validation, new RoundTask<>(learners, sent, seed)).collect().stream()
                .map(WorkerResult::validation)
                .toList();
        return Total.of(parts);
    }

    /** Bytes that each executor is sent, once. */
    private long send() {
        if (sent == null) {
            sent = spark.broadcast(state);
        }
        return bytes(state);
    }

    private void move(LearnerState next) {
        close();
        state = next;
    }

    private static long bytes(List<WorkerResult> results) {
        return results.stream()
                .flatMap(each -> each.end().stream())
                .mapToLong(Averaging::bytes)
                .sum();
    }

    private static long bytes(LearnerState state) {
        return Float.BYTES * ((long) state.parameters().size() + state.moments().size());
    }

    /** Frees what was sent. */
    @Override
    public void close() {
        if (sent != null) {
            sent.destroy();
            destroyed = sent;
            sent = null;
        }
    }
}
