package io.cradle.training.learner;

/**
 * A model in a worker, with its optimiser. Used by one thread at a time, though not always by the same.
 *
 * @param <B> a minibatch
 */
public interface Learner<B> extends AutoCloseable {
    /**
     * Sets all that the next steps depend on: after it, the same minibatches lead to the same bits, whatever this learner did before.
     *
     * @param state of a learner of the same layout
     * @param seed of what is random in a step, such as dropout
     * @throws IllegalArgumentException if the state is of another layout
     */
    void restore(LearnerState state, long seed);

    /**
     * One step of the optimiser.
     *
     * @return mean loss over the examples before the step, nats
     */
    double fit(B minibatch);

    /** Mean loss over the examples, nats; changes nothing. */
    double loss(B minibatch);

    /** Examples in a minibatch. */
    int examples(B minibatch);

    /** Where it stands: parameters, moments, and how many steps there were. */
    LearnerState state();

    @Override
    void close();
}
