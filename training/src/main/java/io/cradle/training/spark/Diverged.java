package io.cradle.training.spark;

import io.cradle.training.model.Floats;
import java.util.Locale;

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
     * Whether all workers are still worth going on with. A loss with proprio is that of a density, and may be near 0 or below: there as many
     * nats above the untrained one are too much as for a loss of its size, or of one nat.
     *
     * @param untrained loss that the training began with, nats
     * @param times as often as that is too much
     */
    static void check(int round, Averaged averaged, double untrained, double times) {
        double most = untrained >= 1 ? untrained * times : untrained + (times - 1) * Math.max(1, -untrained);
        for (WorkerResult result : averaged.results()) {
            if (result.loss() > most) {
                throw new Diverged(
                        "Cannot train past round %d: the loss of worker %d (executor %s) is %s that of the untrained model, more than train.watch.divergence=%s; lower train.learningRate"
                                .formatted(
                                        round,
                                        result.worker(),
                                        result.executor(),
                                        excess(result.loss(), untrained),
                                        times));
            }
        }
    }

    private static String excess(double loss, double untrained) {
        return untrained >= 1
                ? String.format(Locale.ROOT, "%.1f times", loss / untrained)
                : String.format(Locale.ROOT, "%.1f nats above", loss - untrained);
    }
}
