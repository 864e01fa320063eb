package io.cradle.training.dl4j;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.DenseShape;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * Next-frame networks of dense layers.
 *
 * @param shape their sizes
 * @param seed of the initial weights
 * @param meanInk share of pixels that are ink, in (0, 1): the output begins there
 * @param rate Adam's step size
 */
public record DenseLearners(DenseShape shape, long seed, double meanInk, LearningRate rate)
        implements Learners<MultiDataSet> {
    @Override
    public Learner<MultiDataSet> create() {
        return new GraphLearner(DenseNetwork.create(shape, seed, meanInk, rate));
    }
}
