package io.cradle.training.spark;

import io.cradle.dataset.window.Window;
import io.cradle.dataset.window.WindowAddress;
import java.io.Serializable;

/**
 * Where windows are read from; travels to the workers and is opened there. Equal sources share readers, and so their
 * caches, from round to round: implement it as a record.
 */
public interface WindowSource extends Serializable {
    /** Opens a reader in this process. */
    Reader open();

    /** Reads windows; used by one thread at a time. */
    interface Reader extends AutoCloseable {
        /** The window at this address. */
        Window read(WindowAddress address);

        @Override
        void close();
    }
}
