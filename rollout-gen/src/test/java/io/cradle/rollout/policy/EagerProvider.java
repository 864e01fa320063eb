package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import java.util.Arrays;

/** A plug-in: does what it is told as hard as it is told, also harder than it may. */
public final class EagerProvider implements PolicyProvider {
    @Override
    public String name() {
        return "eager";
    }

    @Override
    public Policy policy(Parameters parameters) {
        return new Eager((float) parameters.only("force").number("force", 1, -10, 10));
    }

    private record Eager(float force) implements Policy {
        @Override
        public String identity() {
            return "eager:force=" + force;
        }

        @Override
        public Actor actor(TensorSpec action, long seed) {
            return (observations, world) -> {
                float[] chosen = new float[action.elements()];
                Arrays.fill(chosen, force);
                return chosen;
            };
        }
    }
}
