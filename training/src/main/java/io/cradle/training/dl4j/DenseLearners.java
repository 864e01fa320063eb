package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.DenseShape;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * Makes learners of the dense network, for {@link FrameBatch}es: they start where {@link DenseNetwork} starts, and their states hold its
 * parameters and Adam's moments in its own order.
 *
 * @param shape of the network
 * @param seed of the weights
 * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
 * @param rate of learning, by the number of the step, from 0
 */
public record DenseLearners(DenseShape shape, long seed, double meanInk, ISchedule rate)
        implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        INDArray parameters =
                DenseNetwork.create(shape, seed, meanInk, rate).params().dup('c');
        return new SameDiffLearner(DenseGraph.create(shape, parameters), rate, Double.POSITIVE_INFINITY);
    }
}
