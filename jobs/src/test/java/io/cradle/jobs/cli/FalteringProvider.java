package io.cradle.jobs.cli;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;
import io.cradle.rollout.policy.Parameters;
import io.cradle.rollout.policy.Policies;
import io.cradle.rollout.policy.PolicyProvider;
import org.apache.spark.TaskContext;

/** The uniform policy, but that every task which follows it fails half-way when it is first tried. */
public final class FalteringProvider implements PolicyProvider {
    private static final int FATAL_STEP = 30;

    @Override
    public String name() {
        return "faltering";
    }

    @Override
    public Policy policy(Parameters parameters) {
        return new Faltering(Policies.named("uniform"));
    }

    private record Faltering(Policy uniform) implements Policy {
        @Override
        public String identity() {
            return uniform.identity();
        }

        @Override
        public Actor actor(TensorSpec action, long seed) {
            Actor actor = uniform.actor(action, seed);
            int[] step = {0};
            return (observations, world) -> {
                if (step[0]++ == FATAL_STEP && TaskContext.get().attemptNumber() == 0) {
                    throw new IllegalStateException("Cannot act: this is the first attempt");
                }
                return actor.act(observations, world);
            };
        }
    }
}
