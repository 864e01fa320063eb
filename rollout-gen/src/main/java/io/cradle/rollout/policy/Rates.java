package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;
import io.cradle.dataset.spec.TensorSpec;

/** The clock of policies that act in time. */
final class Rates {
    private Rates() {}

    /** Actions a second. */
    static double of(Policy policy, TensorSpec action) {
        if (action.rate() <= 0) {
            throw new IllegalArgumentException(
                    "Cannot act by policy '%s': the world's actions come at uneven times; choose uniform, sticky or zero"
                            .formatted(policy.identity()));
        }
        return action.rate();
    }
}
