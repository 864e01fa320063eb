/**
 * Draws bodies as tiny binary frames.
 */
package io.cradle.rollout.lcd;
