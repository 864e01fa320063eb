package io.cradle.training.spark;

import io.cradle.dataset.window.Window;
import io.cradle.training.model.Standard;
import java.io.Serializable;
import java.util.List;

/**
 * Makes minibatches of windows, in the workers.
 *
 * @param <B> a minibatch
 */
interface Batches<B> extends Serializable {
    /** One example a window, in their order; at least one. */
    B of(List<Window> windows);

    /** The same of windows in other numbers. */
    default Batches<B> in(Standard standard) {
        return windows -> of(windows.stream().map(standard::in).toList());
    }
}
