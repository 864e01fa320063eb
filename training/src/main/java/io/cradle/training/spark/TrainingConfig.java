package io.cradle.training.spark;

import java.io.Serializable;

/**
 * Section {@code train} of the configuration: parameter averaging.
 *
 * @param workers K, partitions that train side by side, at least 1
 * @param rounds how often parameters are averaged, at least 1
 * @param localSteps H, minibatches that a worker fits between two averages, at least 1
 * @param batchSize examples in a minibatch, at least 1
 * @param learningRate Adam's step size at the start, above 0; decays to a twentieth along a cosine
 * @param seed of the initial parameters and of the order of the data
 */
public record TrainingConfig(int workers, int rounds, int localSteps, int batchSize, double learningRate, long seed)
        implements Serializable {
    public TrainingConfig {
        if (workers < 1 || rounds < 1 || localSteps < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Invalid train.workers=%d, train.rounds=%d, train.localSteps=%d, train.batchSize=%d: each must be at least 1"
                            .formatted(workers, rounds, localSteps, batchSize));
        }
        if (!(learningRate > 0) || Double.isInfinite(learningRate)) {
            throw new IllegalArgumentException(
                    "Invalid train.learningRate=%s: must be above 0 and finite".formatted(learningRate));
        }
    }
}
