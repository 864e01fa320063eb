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
 * @param keepRounds rounds after which is kept what a killed training goes on from; 0 keeps nothing
 * @param outer what the driver makes of an average
 * @param outerRate η of DILOCO and SLOWMO, above 0
 * @param outerMomentum μ of DILOCO and SLOWMO, in [0, 1)
 */
public record TrainingConfig(
        int workers,
        int rounds,
        int localSteps,
        int batchSize,
        double learningRate,
        long seed,
        int keepRounds,
        Outer outer,
        double outerRate,
        double outerMomentum)
        implements Serializable {
    /** With the average as it is. */
    public TrainingConfig(int workers, int rounds, int localSteps, int batchSize, double learningRate, long seed) {
        this(workers, rounds, localSteps, batchSize, learningRate, seed, 0, Outer.AVERAGE, 1, 0);
    }

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
        if (keepRounds < 0) {
            throw new IllegalArgumentException("Invalid train.keepRounds=%d: must be at least 0".formatted(keepRounds));
        }
        if (!(outerRate > 0) || Double.isInfinite(outerRate) || !(outerMomentum >= 0 && outerMomentum < 1)) {
            throw new IllegalArgumentException(
                    "Invalid train.outerRate=%s, train.outerMomentum=%s: the rate must be above 0 and finite, the momentum in [0, 1)"
                            .formatted(outerRate, outerMomentum));
        }
    }
}
