/**
 * Delta tables of episodes and of selections: the one room of this module that knows Spark, Delta and Parquet. What
 * lies on disk is written down in {@code docs/format.md}.
 *
 * <p>Start at {@link io.cradle.dataset.table.EpisodeTable}: it writes episodes as rows of at most 256 steps, and reads
 * them back as episodes, as addresses of segments, or as facts ({@link io.cradle.dataset.table.TableFacts}, with the
 * content hash). {@link io.cradle.dataset.table.WindowReader} reads windows by address where no Spark session is.
 * {@link io.cradle.dataset.table.SelectionTable} holds what curation decided. A session needs
 * {@link io.cradle.dataset.table.TableSettings}.
 *
 * <p>Imports the other rooms of this module, Spark, Delta, Parquet, Hadoop and Jackson.
 */
package io.cradle.dataset.table;
