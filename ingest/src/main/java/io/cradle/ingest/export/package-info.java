/**
 * Episodes leave for other people's tools, as datasets of LeRobot or archives of NumPy, and come home bit by bit. Writers are
 * {@link io.cradle.ingest.export.EpisodeWriter}s, made by an {@link io.cradle.ingest.export.ExportFormat};
 * {@link io.cradle.ingest.export.ExportedSources} knows what they wrote. {@code docs/export.md} says what lies on disk.
 *
 * <p>What comes home passes by {@code ingest.assembly}: nothing is resampled, rescaled or made a frame of, for files say
 * themselves what their tensors are. Imports {@code ingest.parquet}, {@code ingest.npz}, {@code ingest.lerobot} for splits,
 * {@code ingest.assembly} for its configuration, {@code ingest.source} and {@code dataset}.
 */
package io.cradle.ingest.export;
