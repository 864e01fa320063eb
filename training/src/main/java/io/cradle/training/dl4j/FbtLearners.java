package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.FbtShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes learners of a flat binary transformer, for {@link FbtBatch}es.
 *
 * @param shape of the codes and of the transformer
 * @param seed of the weights
 * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
 * @param rate of learning, by the number of the step, from 0
 */
public record FbtLearners(FbtShape shape, long seed, double meanInk, ISchedule rate) implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        return new SameDiffLearner(FbtNetwork.create(shape, seed, meanInk, DataType.FLOAT), rate, SameDiffLearner.CLIP);
    }
}
