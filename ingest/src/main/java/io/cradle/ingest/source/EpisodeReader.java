package io.cradle.ingest.source;

import io.cradle.dataset.episode.Episode;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Hands out the episodes of an open recording, one after the other. */
public interface EpisodeReader extends AutoCloseable {
    /** The next episode, or empty at the end. */
    Optional<Episode> next();

    /** Lets go of the file; calling it again does nothing. */
    @Override
    void close();

    /** All that is left as a lazy stream, which closes this reader at its end, on failure and when it is closed. */
    default Stream<Episode> stream() {
        Spliterator<Episode> episodes =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Episode> action) {
                        Optional<Episode> episode = nextOrClose();
                        episode.ifPresent(action);
                        return episode.isPresent();
                    }
                };
        return StreamSupport.stream(episodes, false).onClose(this::close);
    }

    /** As {@link #next}, closing at the end and on failure. */
    private Optional<Episode> nextOrClose() {
        Optional<Episode> episode = Optional.empty();
        try {
            episode = next();
            return episode;
        } finally {
            if (episode.isEmpty()) {
                close();
            }
        }
    }
}
