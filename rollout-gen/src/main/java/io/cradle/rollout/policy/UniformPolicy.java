package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Draws;

/** Each number of each action uniform in [-1, 1], independent of everything: the random policy of boxLCD. */
record UniformPolicy() implements Policy {
    @Override
    public String identity() {
        return "uniform";
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        Draws draws = new Draws(seed);
        return (observations, world) -> {
            float[] chosen = new float[action.elements()];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = (float) draws.uniform(-1, 1);
            }
            return chosen;
        };
    }
}
