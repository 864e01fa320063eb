package io.cradle.dataset.spec;

import java.util.List;

/** What only a model can do: say how likely what happened was, from what it was shown. */
public interface Predictive {
    /**
     * Surprise of what was observed after an action, before it is taken in.
     *
     * @param action a_t, {@code [N, A]}
     * @param observed o_{t+1}, each {@code [N, shape]}
     * @return {@code [N]} bits, -log2 p(o_{t+1} | past, a_t)
     * @throws IllegalArgumentException where what was observed is of another form, or not one a world
     * @throws IllegalStateException before the first reset
     */
    double[] surprise(Tensor action, List<Tensor> observed);

    /** How many observations a {@link Start.Prompt} must have at least; what is begun from fewer was never learnt. */
    int promptSteps();
}
