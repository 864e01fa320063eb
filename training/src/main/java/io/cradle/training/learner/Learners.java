package io.cradle.training.learner;

import java.io.Serializable;

/**
 * Makes learners where they are needed; travels to the workers. Equal ones make learners that are alike but for their state, and share
 * them from round to round: implement it as a record.
 *
 * @param <B> a minibatch
 */
public interface Learners<B> extends Serializable {
    /** A new learner at its initial state: every one that is made has the same bits. */
    Learner<B> create();
}
