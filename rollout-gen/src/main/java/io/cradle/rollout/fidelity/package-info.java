/**
 * How far the simulation agrees with rollouts that boxLCD itself made. Start at {@link
 * io.cradle.rollout.fidelity.Agreement#of}; {@link io.cradle.rollout.fidelity.Targets} says what is good enough. Reads no
 * files. Imports {@code dataset.spec}, {@code rollout} and {@code rollout.world}.
 */
package io.cradle.rollout.fidelity;
