/**
 * Takes of any format become episodes, in one place: streams come to one clock, numbers to SI and one scale, pictures become
 * frames, and what is wrong is found. Start at {@link io.cradle.ingest.assembly.TakeSource}; a
 * {@link io.cradle.ingest.assembly.Survey} of all recordings decides the layout before anything is written.
 *
 * <p>Imports {@code ingest.take}, {@code ingest.align}, {@code ingest.frame}, {@code ingest.source} and {@code dataset}; no
 * format.
 */
package io.cradle.ingest.assembly;
