/**
 * The one room that knows jbox2d; loaded once a simulating thread.
 */
package io.cradle.rollout.box2d;
