package io.cradle.training.spark;

import io.cradle.training.learner.Learner;
import io.cradle.training.learner.Learners;

/** What this process keeps from round to round. */
final class Pools {
    /** Open readers, with what they cached. */
    static final Pool<WindowSource, WindowSource.Reader> READERS =
            new Pool<>(WindowSource::open, WindowSource.Reader::close);

    /** Networks that are built. */
    static final Pool<Learners<?>, Learner<?>> LEARNERS = new Pool<>(Learners::create, Learner::close);

    private Pools() {}
}
