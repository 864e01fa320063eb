/**
 * The record of what happened: {@link io.cradle.dataset.episode.Episode}, where it came from
 * ({@link io.cradle.dataset.episode.Provenance}) and what it is hashed to
 * ({@link io.cradle.dataset.episode.ContentHash}).
 *
 * <p>Simulated and real data meet here; from here on only the provenance knows which is which. Imports
 * {@code dataset.spec} and the JDK.
 */
package io.cradle.dataset.episode;
