/**
 * Pictures become frames: {@link io.cradle.ingest.frame.Scaler} crops and scales, {@link io.cradle.ingest.frame.Binariser} says
 * what is ink, {@link io.cradle.ingest.frame.FilmCheck} finds cuts, frozen, repeated and black pictures. Start at
 * {@link io.cradle.ingest.frame.FramesConfig}.
 *
 * <p>Imports {@code ingest.take} and {@code dataset}.
 */
package io.cradle.ingest.frame;
