package io.cradle.training.spark;

import io.cradle.dataset.window.Window;
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
}
