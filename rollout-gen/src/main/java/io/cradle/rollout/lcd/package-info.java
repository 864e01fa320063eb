/**
 * Draws bodies as tiny binary frames, ink = 1 inside, to the pixel as boxLCD does with Pillow 9.4: corners are cut to
 * whole pixels first, then filled by Pillow's rules, and nothing is smoothed.
 *
 * <p>Start at {@link io.cradle.rollout.lcd.Rasteriser}. Imports the JDK only.
 */
package io.cradle.rollout.lcd;
