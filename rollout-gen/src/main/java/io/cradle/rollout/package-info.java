/**
 * Rollouts: tasks in, episodes out. Imports {@code dataset}.
 */
package io.cradle.rollout;
