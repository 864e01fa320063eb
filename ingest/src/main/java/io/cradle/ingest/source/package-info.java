/**
 * What every kind of foreign recording looks like to a job: an {@link io.cradle.ingest.source.EpisodeSource} lists
 * {@link io.cradle.ingest.source.Recording}s, which can be handed to tasks, and reads each as a stream of episodes.
 *
 * <p>Imports {@code dataset.spec}, {@code dataset.episode} and the JDK. Start at
 * {@link io.cradle.ingest.source.EpisodeSource}.
 */
package io.cradle.ingest.source;
