package io.cradle.training.planning;

import io.cradle.dataset.spec.Snapshot;
import io.cradle.dataset.spec.Start;

/** Where imagined worlds begin: where the true world is now, as far as it is known. */
@FunctionalInterface
public interface Outlook {
    /** The start of one imagined world. */
    Start start(long seed);

    /** All is known. */
    static Outlook at(Snapshot snapshot) {
        return seed -> new Start.Restored(snapshot);
    }
}
