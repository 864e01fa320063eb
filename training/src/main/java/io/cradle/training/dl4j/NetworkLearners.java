package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.FbtShape;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.RssmShape;
import io.cradle.training.model.StepShape;
import io.cradle.training.model.TransformerShape;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes learners of all families but DENSE, for their own batches: {@link StepBatch}, {@link SequenceBatch}, {@link RssmBatch},
 * {@link FbtBatch}.
 *
 * @param shape of the network
 * @param seed of the weights
 * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
 * @param rate of learning, by the number of the step, from 0
 */
public record NetworkLearners(ModelShape shape, long seed, double meanInk, ISchedule rate)
        implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        return learner();
    }

    /** As {@link #create}, for who wants a profile. */
    public SameDiffLearner learner() {
        return new SameDiffLearner(network(), rate, SameDiffLearner.CLIP);
    }

    private SameDiffModel network() {
        if (shape instanceof TransformerShape transformer) {
            return TransformerNetwork.create(transformer, seed, meanInk, DataType.FLOAT);
        }
        if (shape instanceof StepShape step) {
            return StepNetwork.create(step, seed, meanInk, DataType.FLOAT);
        }
        if (shape instanceof RssmShape rssm) {
            return RssmNetwork.create(rssm, seed, meanInk, DataType.FLOAT);
        }
        if (shape instanceof FbtShape fbt) {
            return FbtNetwork.create(fbt, seed, meanInk, DataType.FLOAT);
        }
        throw new IllegalArgumentException("Cannot train %s here: its learners are DenseLearners".formatted(shape));
    }
}
