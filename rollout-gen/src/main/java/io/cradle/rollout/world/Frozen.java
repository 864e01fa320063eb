package io.cradle.rollout.world;

/**
 * Objects of a physics engine that are never stepped again. Their classes may be of another copy of the engine than the
 * reader's, so they have no type here.
 *
 * @param world the engine's world
 * @param bodies array of the bodies that move, in order of creation
 * @param joints array of the joints that are driven, in order of their names
 */
public record Frozen(Object world, Object bodies, Object joints) {}
