package io.cradle.training.spark;

import io.cradle.training.model.Floats;

/** A training that would lead nowhere: a loss that is not finite, or far above that of an untrained model. */
public final class Diverged extends IllegalStateException {
    private Diverged(String message) {
        super(message);
    }

    /** The same, with what more helps. */
    public Diverged with(String remedy) {
        return new Diverged("%s; %s".formatted(getMessage(), remedy));
    }

    /** @throws Diverged if a minibatch of this worker had a loss that is not finite */
    static void check(int round, WorkerResult result) {
        result.broken().ifPresent(step -> {
            throw new Diverged(
                    "Cannot train past round %d: the loss of worker %d (executor %s) is %s at its minibatch %d; lower train.learningRate"
                            .formatted(
                                    round,
                                    result.worker(),
                                    result.executor(),
                                    result.losses().get(step),
                                    step));
        });
    }

    /** @throws Diverged if a parameter is not finite */
    static void check(int round, Floats parameters) {
        if (!parameters.areFinite()) {
            throw new Diverged(
                    "Cannot train past round %d: a parameter is no longer finite; lower train.learningRate or train.outer.rate"
                            .formatted(round));
        }
    }

    /**
     * Whether all workers are still worth going on with.
     *
     * @param untrained loss that the training began with, nats
     * @param times as often as that is too much
     */
    static void check(int round, Averaged averaged, double untrained, double times) {
        for (WorkerResult result : averaged.results()) {
            if (result.loss() > untrained * times) {
                throw new Diverged(
                        "Cannot train past round %d: the loss of worker %d (executor %s) is %.1f times that of the untrained model, more than train.watch.divergence=%s; lower train.learningRate"
                                .formatted(
                                        round, result.worker(), result.executor(), result.loss() / untrained, times));
            }
        }
    }
}
