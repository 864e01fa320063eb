package io.cradle.training.spark;

import io.cradle.training.dl4j.LearningRate;
import java.io.Serializable;

/**
 * Section {@code train} of the configuration: parameter averaging.
 *
 * @param engine who averages
 * @param workers K, partitions that train side by side, at least 1
 * @param rounds how often parameters are averaged where rounds have {@code localSteps}, at least 1
 * @param localSteps H, minibatches that a worker fits between two averages, at least 1
 * @param schedule how H changes; the training has {@code rounds * localSteps} minibatches a worker in any case
 * @param batchSize examples in a minibatch, at least 1
 * @param beginnings share of the windows that begin where their episode does, besides those that do by chance, in [0, 1): what a model is
 *     told of a new episode is little, and it must learn how episodes begin
 * @param learningRate Adam's greatest step size, above 0 and no more than a float holds; decays to a twentieth along a cosine
 * @param warmup share of the training until that is reached, in [0, 1)
 * @param seed of the initial parameters and of the order of the data
 * @param outer what the driver makes of an average
 * @param watch what is measured on VAL meanwhile
 * @param keepRounds rounds after which is kept what a killed training goes on from; 0 keeps nothing
 * @param keepLast how many of these are kept, at least 1
 */
public record TrainingConfig(
        Engine engine,
        int workers,
        int rounds,
        int localSteps,
        Schedule schedule,
        int batchSize,
        double beginnings,
        double learningRate,
        double warmup,
        long seed,
        OuterConfig outer,
        WatchConfig watch,
        int keepRounds,
        int keepLast)
        implements Serializable {
    /** Plain averages, and nothing else. */
    public TrainingConfig(int workers, int rounds, int localSteps, int batchSize, double learningRate, long seed) {
        this(
                Engine.CRADLE,
                workers,
                rounds,
                localSteps,
                Schedule.CONSTANT,
                batchSize,
                0,
                learningRate,
                0,
                seed,
                OuterConfig.AVERAGE,
                WatchConfig.NOTHING,
                0,
                2);
    }

    public TrainingConfig {
        if (workers < 1 || rounds < 1 || localSteps < 1 || batchSize < 1) {
            throw new IllegalArgumentException(
                    "Invalid train.workers=%d, train.rounds=%d, train.localSteps=%d, train.batchSize=%d: each must be at least 1"
                            .formatted(workers, rounds, localSteps, batchSize));
        }
        if ((long) rounds * localSteps > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Invalid train.rounds=%d with train.localSteps=%d: together more than %d steps; lower one of them"
                            .formatted(rounds, localSteps, Integer.MAX_VALUE));
        }
        if (!(learningRate > 0 && learningRate <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "Invalid train.learningRate=%s: must be above 0 and no more than a float holds, %s"
                            .formatted(learningRate, Float.MAX_VALUE));
        }
        if (!(beginnings >= 0 && beginnings < 1)) {
            throw new IllegalArgumentException("Invalid train.beginnings=%s: must be in [0, 1)".formatted(beginnings));
        }
        if (!(warmup >= 0 && warmup < 1)) {
            throw new IllegalArgumentException("Invalid train.warmup=%s: must be in [0, 1)".formatted(warmup));
        }
        if (keepRounds < 0 || keepLast < 1) {
            throw new IllegalArgumentException(
                    "Invalid train.keepRounds=%d, train.keepLast=%d: must be at least 0 and at least 1"
                            .formatted(keepRounds, keepLast));
        }
    }

    /** Minibatches of a worker in the whole training. */
    public int steps() {
        return rounds * localSteps;
    }

    /** Whether VAL is looked at after a round: every so many, and after the last. */
    boolean isWatched(Round round) {
        return watch.rounds() > 0 && ((round.index() + 1) % watch.rounds() == 0 || round.end() == steps());
    }

    /** The step size of each step. */
    public LearningRate rate() {
        return new LearningRate(learningRate, (int) (warmup * steps()), steps());
    }

    /** The same with another driver's optimiser. */
    public TrainingConfig withOuter(OuterConfig other) {
        return new TrainingConfig(
                engine,
                workers,
                rounds,
                localSteps,
                schedule,
                batchSize,
                beginnings,
                learningRate,
                warmup,
                seed,
                other,
                watch,
                keepRounds,
                keepLast);
    }
}
