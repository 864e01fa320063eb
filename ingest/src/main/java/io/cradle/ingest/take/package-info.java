/**
 * What a format hands over: a {@link io.cradle.ingest.take.Take} is one episode as it was recorded, each stream with its own
 * stamps, nothing resampled. A format implements {@link io.cradle.ingest.take.TakeFormat} and knows nothing of clocks,
 * frames or tables; all that is done in one place, {@code ingest.assembly}, for all formats.
 *
 * <p>Times are in ns from any origin that all streams of a take share. Imports {@code ingest.source} and {@code dataset}.
 */
package io.cradle.ingest.take;
