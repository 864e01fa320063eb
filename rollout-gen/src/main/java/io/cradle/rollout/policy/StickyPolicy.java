package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.world.Draws;

/**
 * A uniform action that is held: at each step it is kept with a probability, else drawn anew as a whole.
 *
 * @param hold probability, 0 to 1
 */
record StickyPolicy(double hold) implements Policy {
    static StickyPolicy of(Parameters parameters) {
        return new StickyPolicy(parameters.only("hold").number("hold", 0.9, 0, 1));
    }

    @Override
    public String identity() {
        return "sticky:hold=" + hold;
    }

    @Override
    public Actor actor(TensorSpec action, long seed) {
        Draws draws = new Draws(seed);
        float[] held = new float[action.elements()];
        redraw(held, draws);
        boolean[] begun = {false};
        return (observations, world) -> {
            if (begun[0] && draws.uniform(0, 1) >= hold) {
                redraw(held, draws);
            }
            begun[0] = true;
            return held.clone();
        };
    }

    private static void redraw(float[] action, Draws draws) {
        for (int i = 0; i < action.length; i++) {
            action[i] = (float) draws.uniform(-1, 1);
        }
    }
}
