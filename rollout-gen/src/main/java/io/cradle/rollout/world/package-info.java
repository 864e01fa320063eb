/**
 * Definitions of worlds: records that configuration is bound to (YAML keys are component names) and that travel inside
 * tasks, since executors have no {@code conf/}. Also where a world's episodes begin
 * ({@link io.cradle.rollout.world.StartPose}).
 *
 * <p>Start at {@link io.cradle.rollout.world.WorldDefinition}. Knows no physics engine: imports {@code dataset.spec} and
 * the JDK. SI units everywhere: metres, seconds, radians, kilograms; x to the right, y up, the origin at the lower left
 * corner of the arena.
 */
package io.cradle.rollout.world;
