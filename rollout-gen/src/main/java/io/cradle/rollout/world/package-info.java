/**
 * Definitions of worlds: records that configuration is bound to and that travel inside tasks.
 */
package io.cradle.rollout.world;
