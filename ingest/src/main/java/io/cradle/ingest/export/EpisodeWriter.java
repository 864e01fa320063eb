package io.cradle.ingest.export;

import io.cradle.dataset.episode.Episode;

/** Writes episodes of one layout to a directory. Failing to write throws {@link java.io.UncheckedIOException}. */
public interface EpisodeWriter extends AutoCloseable {
    /**
     * Adds one; it is not held afterwards.
     *
     * @param episode of the layout that was announced, of the split of the one before or a later one
     * @throws IllegalArgumentException if the format cannot hold it
     */
    void add(Episode episode);

    /** Writes what follows from all of them; to be called once, after the last. */
    void finish();

    /** Lets go of files; what was written without {@link #finish} is of no use. */
    @Override
    void close();
}
