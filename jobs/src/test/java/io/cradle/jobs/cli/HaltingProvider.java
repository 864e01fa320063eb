package io.cradle.jobs.cli;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.policy.Parameters;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.policy.PolicyProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** The uniform policy, with a {@link FailPoint} at the beginning of each episode: {@code episode 5} is the fifth begun. */
public final class HaltingProvider implements PolicyProvider {
    private static final AtomicInteger BEGUN = new AtomicInteger();

    @Override
    public String name() {
        return "halting";
    }

    @Override
    public Policy policy(Parameters parameters) {
        return new Halting(Policies.named("uniform"));
    }

    private record Halting(Policy uniform) implements Policy {
        @Override
        public String identity() {
            return uniform.identity();
        }

        @Override
        public Actor actor(TensorSpec action, long seed) {
            FailPoint.reached("episode " + BEGUN.incrementAndGet());
            return uniform.actor(action, seed);
        }
    }
}
