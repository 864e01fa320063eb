/**
 * Ways of choosing actions.
 */
package io.cradle.rollout.policy;
