/**
 * Balanced wholes: which stratum an episode belongs to ({@link io.cradle.dataset.balance.Strata}), and how many of each stay
 * with what weight ({@link io.cradle.dataset.balance.Balancer}). Pure; who stays is decided by a hash of seed and id, so
 * that it depends on no order.
 *
 * <p>Start at {@link io.cradle.dataset.balance.BalanceConfig}. Imports {@code dataset.spec}, {@code dataset.score},
 * {@code dataset.curation} and the JDK.
 */
package io.cradle.dataset.balance;
