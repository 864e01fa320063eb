package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import io.cradle.dataset.window.WindowAddress;
import io.cradle.dataset.window.WindowSampler;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Who fits which windows when, and who measures which: a pure function of data, settings, round and worker.
 *
 * @param data what is trained on
 * @param config its section of the configuration
 */
record Shares(TrainingSet data, TrainingConfig config) {
    private static final int ORDER = 0;
    private static final int SAMPLE = 1;
    private static final int VALIDATION = 2;

    /** Refuses data that is less than a minibatch for each worker: they would fit the same windows again and again. */
    Shares {
        long windows = data.windows().size();
        if (windows > 0 && windows < (long) config.workers() * config.batchSize()) {
            throw new IllegalArgumentException(
                    "Cannot train with train.workers=%d and train.batchSize=%d: there are only %d windows, fewer than a minibatch for each worker; lower one of them, or generate more episodes"
                            .formatted(config.workers(), config.batchSize(), windows));
        }
    }

    /** The windows of one worker in one round. */
    List<WindowAddress> of(Round round, int worker) {
        return plan(ORDER, data.windows(), config.workers()).share(round, worker);
    }

    /** Of each worker in one round. */
    List<RoundRdd.Share> of(Round round) {
        return all(worker -> of(round, worker));
    }

    /** The windows of VAL that each worker measures; each its own, all about as many. */
    List<RoundRdd.Share> validation() {
        long windows = data.validation().size();
        int most = (int) Math.min(windows, config.watch().windows());
        List<WindowAddress> sample =
                most == 0 ? List.of() : plan(VALIDATION, data.validation(), 1).share(0, most);
        int k = config.workers();
        return all(worker -> sample.subList(most * worker / k, most * (worker + 1) / k));
    }

    /** Nothing, for each worker. */
    List<RoundRdd.Share> none() {
        return all(worker -> List.of());
    }

    /** Windows of TRAIN, at random, at most so many. */
    List<WindowAddress> sample(int most) {
        return plan(SAMPLE, data.windows(), 1).share(0, Math.min(data.windows().size(), most));
    }

    private List<RoundRdd.Share> all(IntFunction<List<WindowAddress>> share) {
        return IntStream.range(0, config.workers())
                .mapToObj(worker -> new RoundRdd.Share(worker, share.apply(worker)))
                .toList();
    }

    private RoundPlan plan(int child, WindowSampler windows, int workers) {
        return new RoundPlan(Seeds.child(config.seed(), child), windows, workers, config.batchSize());
    }
}
