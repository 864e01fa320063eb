package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.RssmShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes learners of a recurrent state-space model, for {@link RssmBatch}es.
 *
 * @param shape of the model
 * @param seed of the weights
 * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
 * @param rate of learning, by the number of the step, from 0
 */
public record RssmLearners(RssmShape shape, long seed, double meanInk, ISchedule rate)
        implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        return learner();
    }

    /** As {@link #create}, for who wants a profile. */
    public SameDiffLearner learner() {
        return new SameDiffLearner(
                RssmNetwork.create(shape, seed, meanInk, DataType.FLOAT), rate, SameDiffLearner.CLIP);
    }
}
