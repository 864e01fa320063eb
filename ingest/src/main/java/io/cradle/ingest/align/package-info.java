/**
 * Streams that were recorded at different rates come to one clock. Start at {@link io.cradle.ingest.align.Clock}, then
 * {@link io.cradle.ingest.align.Follower}, which says what a stream is worth at a time, and whether that was measured.
 * {@link io.cradle.ingest.align.Stamps} finds what is wrong with a stream's clock.
 *
 * <p>Times are in ns. Imports {@code ingest.take}, {@code ingest.source} and {@code dataset}.
 */
package io.cradle.ingest.align;
