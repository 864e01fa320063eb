package io.cradle.rollout.policy;

import io.cradle.dataset.spec.Policy;

/**
 * A way of choosing actions that isn't Cradle's own: a learned one, say. Found by {@link java.util.ServiceLoader}: a jar on
 * the class path names its class in {@code META-INF/services/io.cradle.rollout.policy.PolicyProvider}.
 */
public interface PolicyProvider {
    /** What the configuration calls it: lower-case letters, digits and dashes; no other policy has this name. */
    String name();

    /**
     * Makes the policy; it travels to executors, so it must hold all that it needs.
     *
     * @param parameters what stands behind the name
     * @throws IllegalArgumentException if they are none that it can use
     */
    Policy policy(Parameters parameters);
}
