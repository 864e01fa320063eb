package io.cradle.rollout;

import io.cradle.dataset.spec.Clipped;
import io.cradle.dataset.spec.Tensor;

/** Cuts actions to their range and keeps count: what is recorded is what acted. Not thread-safe: one a task. */
public final class Clippings {
    private long numbers;
    private long clipped;

    /** Numbers of actions that came by. */
    public long numbers() {
        return numbers;
    }

    /** How many of them were outside of their range. */
    public long clipped() {
        return clipped;
    }

    Tensor clip(Tensor actions) {
        Clipped acted = Clipped.of(actions);
        numbers += (long) actions.rows() * actions.spec().elements();
        clipped += acted.count();
        return acted.actions();
    }
}
