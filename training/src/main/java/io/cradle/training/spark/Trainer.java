package io.cradle.training.spark;

import io.cradle.training.model.Checkpoint;
import java.util.Optional;
import java.util.function.Supplier;

/** Fits a model to windows: the arrow from data to a checkpoint. */
public interface Trainer {
    /** Is told how it goes, in the calling thread. */
    interface Watch {
        /** Looks at nothing. */
        Watch NOTHING = round -> {};

        /** A round is over. */
        void over(RoundLog round);

        /**
         * A round is over, and this is what it left.
         *
         * @param rounds that are over
         * @param state makes it
         */
        default void offer(int rounds, Supplier<TrainingState> state) {}
    }

    /**
     * Goes on with a training, or begins one.
     *
     * @param from where it stood; empty for a new one. With the same data and settings it ends in the bits of one that never stopped
     * @param watch is offered states whose {@link TrainingState#of} is empty
     * @throws IllegalArgumentException if there is no window, or the layout has no binary frames or no actions
     * @throws Diverged if a loss is no longer finite, or far too great; the message names the round and the worker
     */
    Checkpoint fit(TrainingSet data, Optional<TrainingState> from, Watch watch);
}
