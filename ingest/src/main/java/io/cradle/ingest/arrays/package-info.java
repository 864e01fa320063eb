/**
 * NumPy's archives of arrays {@code [T, …]} with names that are common. Start at
 * {@link io.cradle.ingest.arrays.NpzFormat}.
 *
 * <p>{@code observations}, {@code obs}, {@code state}, {@code proprio} and {@code observation.state} are what the robot
 * feels; {@code actions} and {@code action} what it was told; {@code frames}, {@code images} and {@code lcd} pictures of
 * uint8 or bool, {@code [T, H, W]} or {@code [T, H, W, C]}; {@code time}, {@code timestamps} and {@code t} stamps, seconds
 * as floats or nanoseconds as integers. All else of T rows is kept as OTHER. {@code episode_ends} (the row behind each
 * episode) or {@code episode_index} (the episode of each row) cuts the rows into takes; else a file is one take.
 *
 * <p>Row t holds (o_t, a_t), so all arrays have T rows. Without stamps the rate is unknown: see
 * {@link io.cradle.ingest.take.RowClock}. boxLCD's own files are read by {@code ingest.boxlcd}.
 *
 * <p>Imports {@code ingest.npz}, {@code ingest.take}, {@code ingest.source} and {@code dataset}.
 */
package io.cradle.ingest.arrays;
