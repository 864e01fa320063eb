package io.cradle.ingest.take;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Hands out the takes of an open recording, one after the other. */
public interface TakeReader extends AutoCloseable {
    /** The next take, or empty at the end. */
    Optional<Take> next();

    /** Lets go of the file; calling it again does nothing. */
    @Override
    void close();

    /** All that is left as a lazy stream, which closes this reader at its end, on failure and when it is closed. */
    default Stream<Take> stream() {
        Spliterator<Take> takes =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super Take> action) {
                        Optional<Take> take = nextOrClose();
                        take.ifPresent(action);
                        return take.isPresent();
                    }
                };
        return StreamSupport.stream(takes, false).onClose(this::close);
    }

    /** As {@link #next}, closing at the end and on failure. */
    private Optional<Take> nextOrClose() {
        Optional<Take> take = Optional.empty();
        try {
            take = next();
            return take;
        } finally {
            if (take.isEmpty()) {
                close();
            }
        }
    }
}
