/**
 * Curation's decisions over many episodes: the wiring of {@code dataset.curation} and {@code dataset.balance} on Spark.
 * Everything is a pass over scores, or a sort of narrow rows whose groups stream by; episodes are never collected.
 *
 * <p>Start at {@link io.cradle.jobs.decide.Decider}. Imports {@code dataset} and Spark.
 */
package io.cradle.jobs.decide;
