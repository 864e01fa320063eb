/**
 * What the numbers of many episodes are like: count, mean, standard deviation, extremes and quantiles of each channel. All of
 * it is mergeable, so that a loop, threads and Spark give the same.
 *
 * <p>Start at {@link io.cradle.dataset.statistics.Statistics}: episodes in, a
 * {@link io.cradle.dataset.statistics.StatisticsReport} out. Sums are exact
 * ({@link io.cradle.dataset.statistics.ExactSum}), quantiles are those of a sketch
 * ({@link io.cradle.dataset.statistics.RankSketch}).
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode}, {@code dataset.score} (for what was measured at all), Apache
 * DataSketches, Jackson's annotations and the JDK.
 */
package io.cradle.dataset.statistics;
