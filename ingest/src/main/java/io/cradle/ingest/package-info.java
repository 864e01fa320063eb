/**
 * Foreign recordings become episodes. Start at {@link io.cradle.ingest.EpisodeSources}, which finds out what a path
 * holds; what a job then reads is an {@link io.cradle.ingest.source.EpisodeSource}.
 *
 * <p>A package below for each format. A new one implements {@code TakeFormat}, is told apart in
 * {@code EpisodeSources}, and shifts, scales and names what differs: from here on only the provenance knows where an
 * episode came from. Imports {@code dataset}; no Spark.
 */
package io.cradle.ingest;
