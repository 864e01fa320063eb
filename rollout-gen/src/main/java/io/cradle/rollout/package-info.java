/**
 * Rollouts: tasks in, episodes out. {@link io.cradle.rollout.RolloutPlan} turns a configuration into
 * {@link io.cradle.rollout.RolloutTask}s, and {@link io.cradle.rollout.Rollout} runs them in any world, simulated
 * ({@link io.cradle.rollout.PhysicsWorld}) or learned.
 *
 * <p>Rooms inside: {@code world} (definitions), {@code box2d} (the physics engine), {@code lcd} (frames), {@code policy}
 * (actions). Imports {@code dataset}.
 */
package io.cradle.rollout;
