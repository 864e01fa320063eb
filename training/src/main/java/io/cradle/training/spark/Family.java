package io.cradle.training.spark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.FbtBatch;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.dl4j.LearningRate;
import io.cradle.training.dl4j.NetworkLearners;
import io.cradle.training.dl4j.RssmBatch;
import io.cradle.training.dl4j.SequenceBatch;
import io.cradle.training.dl4j.StepBatch;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.FbtShape;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.RssmShape;
import io.cradle.training.model.StepShape;
import io.cradle.training.model.TransformerShape;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/**
 * How a family of models is trained.
 *
 * @param batches minibatches of windows of K + 1 steps
 * @param school who learns from them
 */
record Family(Batches<MultiDataSet> batches, School school) {
    /** Makes those who learn. */
    interface School {
        /**
         * Who learns from this seed and at these rates.
         *
         * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
         */
        Learners<MultiDataSet> learners(long seed, double meanInk, LearningRate rate);
    }

    /** The family that a network of these sizes belongs to. */
    static Family of(ModelShape shape) {
        if (shape instanceof DenseShape dense) {
            return new Family(
                    windows -> FrameBatch.of(windows, dense),
                    (seed, meanInk, rate) -> new DenseLearners(dense, seed, meanInk, rate));
        }
        return new Family(batches(shape), (seed, meanInk, rate) -> new NetworkLearners(shape, seed, meanInk, rate));
    }

    private static Batches<MultiDataSet> batches(ModelShape shape) {
        if (shape instanceof TransformerShape transformer) {
            return windows -> SequenceBatch.of(windows, transformer);
        }
        if (shape instanceof StepShape step) {
            return windows -> StepBatch.of(windows, step);
        }
        if (shape instanceof RssmShape rssm) {
            return windows -> RssmBatch.of(windows, rssm);
        }
        if (shape instanceof FbtShape fbt) {
            return windows -> FbtBatch.of(windows, fbt);
        }
        throw new IllegalArgumentException("Cannot make minibatches for %s".formatted(shape));
    }
}
