package io.cradle.training.spark;

import io.cradle.training.dl4j.DenseLearners;
import io.cradle.training.dl4j.FrameBatch;
import io.cradle.training.dl4j.LearningRate;
import io.cradle.training.dl4j.SequenceBatch;
import io.cradle.training.dl4j.TransformerLearners;
import io.cradle.training.learner.Learners;
import io.cradle.training.model.DenseShape;
import io.cradle.training.model.ModelShape;
import io.cradle.training.model.TransformerShape;
import org.nd4j.linalg.dataset.api.MultiDataSet;

/** How a family of models is trained: what its minibatches are, and who learns from them. */
interface Family {
    /** Minibatches of windows of K + 1 steps. */
    Batches<MultiDataSet> batches();

    /**
     * Who learns.
     *
     * @param meanInk share of pixels that are ink, in (0, 1): the output starts there
     */
    Learners<MultiDataSet> learners(long seed, double meanInk, LearningRate rate);

    /** The family that a network of these sizes belongs to. */
    static Family of(ModelShape shape) {
        return shape instanceof TransformerShape transformer
                ? new Sequences(transformer)
                : new Frames((DenseShape) shape);
    }

    /** Dense networks. */
    record Frames(DenseShape shape) implements Family {
        @Override
        public Batches<MultiDataSet> batches() {
            DenseShape sizes = shape;
            return windows -> FrameBatch.of(windows, sizes);
        }

        @Override
        public Learners<MultiDataSet> learners(long seed, double meanInk, LearningRate rate) {
            return new DenseLearners(shape, seed, meanInk, rate);
        }
    }

    /** Transformers. */
    record Sequences(TransformerShape shape) implements Family {
        @Override
        public Batches<MultiDataSet> batches() {
            TransformerShape sizes = shape;
            return windows -> SequenceBatch.of(windows, sizes);
        }

        @Override
        public Learners<MultiDataSet> learners(long seed, double meanInk, LearningRate rate) {
            return new TransformerLearners(shape, seed, meanInk, rate);
        }
    }
}
