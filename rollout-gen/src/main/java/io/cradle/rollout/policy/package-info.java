/**
 * Ways of choosing actions, found by name in {@link io.cradle.rollout.policy.Policies}. Imports {@code dataset.spec} and
 * {@code rollout.world}.
 */
package io.cradle.rollout.policy;
