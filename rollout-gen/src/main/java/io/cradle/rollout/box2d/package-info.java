/**
 * The one room that knows jbox2d. Start at {@link io.cradle.rollout.box2d.PhysicsEnvironment}; a
 * {@link io.cradle.rollout.box2d.Scene} is one world.
 *
 * <p>jbox2d 2.2.1.1 keeps scratch vectors in static fields, so two threads must never share a copy of its classes. This
 * package is loaded together with it, once for each environment that is open at a time, by
 * {@link io.cradle.rollout.PhysicsWorld}; what crosses its border ({@code dataset.spec}, {@code rollout.world}) is shared.
 * Open environments there, not here.
 *
 * <p>Sine tables are off ({@code Settings.SINCOS_LUT_ENABLED}): jbox2d then uses StrictMath, which gives the same bits on
 * every machine.
 */
package io.cradle.rollout.box2d;
