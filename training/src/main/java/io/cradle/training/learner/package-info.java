/**
 * What parameter averaging asks of a model that it trains, whatever library computes its gradients. Start at
 * {@link io.cradle.training.learner.Learner}: a thing in a worker that is set to a state, takes minibatches, and is asked for its state.
 * States are plain numbers ({@link io.cradle.training.learner.LearnerState}), so that a driver needs neither the library nor its devices.
 *
 * <p>May import {@code training.model}.
 */
package io.cradle.training.learner;
