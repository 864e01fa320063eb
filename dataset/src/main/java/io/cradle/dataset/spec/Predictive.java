package io.cradle.dataset.spec;

import java.util.List;

/** What only a model can do: say how likely what happened was. */
public interface Predictive {
    /**
     * Surprise of what was observed after an action, before it is taken in.
     *
     * @param action a_t, {@code [N, A]}
     * @param observed o_{t+1}, each {@code [N, shape]}
     * @return {@code [N]} bits, -log2 p(o_{t+1} | past, a_t)
     */
    double[] surprise(Tensor action, List<Tensor> observed);
}
