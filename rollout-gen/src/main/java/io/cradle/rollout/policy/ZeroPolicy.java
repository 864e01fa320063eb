package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;

/** Always 0: motors hold still. */
record ZeroPolicy() implements Policy {
    @Override
    public String identity() {
        return "zero";
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        return (observations, world) -> new float[action.elements()];
    }
}
