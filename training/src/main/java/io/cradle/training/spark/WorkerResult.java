package io.cradle.training.spark;

import io.cradle.training.learner.LearnerState;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * What a worker sends back after a round.
 *
 * @param worker its partition
 * @param executor id of the executor it ran in
 * @param examples that it fitted; its weight in the average
 * @param losses of each minibatch before its step, nats
 * @param validation of its own parameters on its share of VAL, which it ended the round with
 * @param ends where it stands; none where it fitted nothing, or the loss was no longer finite
 * @param seconds where its time went
 */
public record WorkerResult(
        int worker,
        String executor,
        long examples,
        List<Double> losses,
        Total validation,
        List<LearnerState> ends,
        Seconds seconds)
        implements Serializable {

    /** Where it stands. */
    public Optional<LearnerState> end() {
        return ends.stream().findFirst();
    }

    /** Mean loss over minibatches, nats; of none 0. */
    public double loss() {
        return losses.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    /** The minibatch whose loss was not finite, from 0, if one was. */
    Optional<Integer> broken() {
        int last = losses.size() - 1;
        return last >= 0 && !Double.isFinite(losses.get(last)) ? Optional.of(last) : Optional.empty();
    }
}
