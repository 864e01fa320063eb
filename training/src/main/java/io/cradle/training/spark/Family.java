package io.cradle.training.spark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.FbtBatch;
import io.cradle.training.dl4j.FbtLearners;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.dl4j.LearningRate;
import io.cradle.training.dl4j.RssmBatch;
import io.cradle.training.dl4j.RssmLearners;
import io.cradle.training.dl4j.SequenceBatch;
import io.cradle.training.dl4j.StepBatch;
import io.cradle.training.dl4j.StepLearners;
import io.cradle.training.dl4j.TransformerLearners;
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
        if (shape instanceof TransformerShape transformer) {
            return new Family(
                    windows -> SequenceBatch.of(windows, transformer),
                    (seed, meanInk, rate) -> new TransformerLearners(transformer, seed, meanInk, rate));
        }
        if (shape instanceof FbtShape fbt) {
            return new Family(
                    windows -> FbtBatch.of(windows, fbt),
                    (seed, meanInk, rate) -> new FbtLearners(fbt, seed, meanInk, rate));
        }
        if (shape instanceof StepShape step) {
            return new Family(
                    windows -> StepBatch.of(windows, step),
                    (seed, meanInk, rate) -> new StepLearners(step, seed, meanInk, rate));
        }
        if (shape instanceof RssmShape rssm) {
            return new Family(
                    windows -> RssmBatch.of(windows, rssm),
                    (seed, meanInk, rate) -> new RssmLearners(rssm, seed, meanInk, rate));
        }
        DenseShape dense = (DenseShape) shape;
        return new Family(
                windows -> FrameBatch.of(windows, dense),
                (seed, meanInk, rate) -> new DenseLearners(dense, seed, meanInk, rate));
    }
}
