package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes learners of a causal transformer. Their minibatches have the features frames {@code [N, T, F]} of bits and actions {@code [N, T, A]},
 * and as label the frames that follow, {@code [N, T, F]}.
 *
 * @param shape of the transformer
 * @param seed of the weights
 * @param rate of learning, by the number of the step, from 0
 */
public record TransformerLearners(TransformerShape shape, long seed, ISchedule rate) implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        return learner();
    }

    /** As {@link #create}, for who wants a profile. */
    public SameDiffLearner learner() {
        return new SameDiffLearner(TransformerNetwork.create(shape, seed, DataType.FLOAT), rate, SameDiffLearner.CLIP);
    }
}
