package io.cradle.training.spark;

import io.cradle.dataset.spec.Seeds;
import io.cradle.training.learner.Learner;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.learner.Learners;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction2;
import org.apache.spark.broadcast.Broadcast;

/**
 * What a worker does in a round: sets a learner to where all start, fits its minibatches, and says where it ended. Also without any
 * minibatch, to measure.
 *
 * @param <B> a minibatch
 * @param seed of what is random in this round
 */
record RoundTask<B>(Learners<B> learners, Broadcast<LearnerState> start, long seed)
        implements FlatMapFunction2<Iterator<B>, Iterator<B>, WorkerResult> {
    @Override
    public Iterator<WorkerResult> call(Iterator<B> minibatches, Iterator<B> validation) {
        Device.bind();
        return List.of(Memory.bounded(() -> result(minibatches, validation))).iterator();
    }

    @SuppressWarnings("unchecked") // what equal learners make takes the same minibatches
    private WorkerResult result(Iterator<B> minibatches, Iterator<B> validation) {
        Learner<B> learner = (Learner<B>) Pools.LEARNERS.lease(learners);
        boolean whole = false;
        try {
            WorkerResult result = result(learner, minibatches, validation);
            whole = true;
            return result;
        } finally {
            if (whole) {
                Pools.LEARNERS.giveBack(learners, learner);
            } else {
                learner.close(); // what it would do next is not known
            }
        }
    }

    private WorkerResult result(Learner<B> learner, Iterator<B> minibatches, Iterator<B> validation) {
        Clock clock = new Clock();
        int worker = TaskContext.getPartitionId();
        learner.restore(start.value(), Seeds.child(seed, worker));
        final double load = clock.lap();
        List<Double> losses = new ArrayList<>();
        long examples = 0;
        double wait = 0;
        double fit = 0;
        while (areFinite(losses) && minibatches.hasNext()) {
            B minibatch = minibatches.next();
            wait += clock.lap();
            losses.add(learner.fit(minibatch));
            examples += learner.examples(minibatch);
            fit += clock.lap();
        }
        wait += clock.lap();
        Total measured = areFinite(losses) ? total(learner, validation) : Total.NONE;
        final double measure = clock.lap();
        List<LearnerState> ends = examples > 0 && areFinite(losses) ? List.of(learner.state()) : List.of();
        Seconds seconds = new Seconds(load, wait, fit, measure, clock.lap());
        return new WorkerResult(worker, Device.here().place(), examples, losses, measured, ends, seconds);
    }

    private static boolean areFinite(List<Double> losses) {
        return losses.isEmpty() || Double.isFinite(losses.get(losses.size() - 1));
    }

    private Total total(Learner<B> learner, Iterator<B> validation) {
        Total total = Total.NONE;
        while (validation.hasNext()) {
            B minibatch = validation.next();
            total = total.plus(learner.loss(minibatch), learner.examples(minibatch));
        }
        return total;
    }
}
