package io.cradle.training.model;

import io.cradle.dataset.window.Window;
import io.cradle.training.dl4j.FbtBatch;
import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.dl4j.RssmBatch;
import io.cradle.training.dl4j.SequenceBatch;
import io.cradle.training.dl4j.StepBatch;
import io.cradle.training.learner.Learner;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.MapSchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/** Networks of all families that learn from toys, without Spark. */
final class Fits {
    private static final double INK = 0.3;

    private Fits() {}

    /** Which has seen so many minibatches, each drawn anew; its learning rate falls twice. */
    static WorldModel trained(ModelShape shape, int rounds, Function<Random, List<Window>> minibatch) {
        MapSchedule rate = new MapSchedule.Builder(ScheduleType.ITERATION)
                .add(0, 1e-2)
                .add(rounds / 2, 3e-3)
                .add(rounds * 4 / 5, 5e-4)
                .build();
        Random random = new Random(1);
        try (Learner<MultiDataSet> learner = new NetworkLearners(shape, 3, INK, rate).create()) {
            for (int round = 0; round < rounds; round++) {
                learner.fit(batch(shape, minibatch.apply(random)));
            }
            return shape.model(learner.state().parameters());
        }
    }

    private static MultiDataSet batch(ModelShape shape, List<Window> windows) {
        if (shape instanceof TransformerShape transformer) {
            return SequenceBatch.of(windows, transformer);
        }
        if (shape instanceof RssmShape rssm) {
            return RssmBatch.of(windows, rssm);
        }
        return shape instanceof FbtShape fbt ? FbtBatch.of(windows, fbt) : StepBatch.of(windows, (StepShape) shape);
    }
}
