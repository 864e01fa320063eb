package io.cradle.ingest.source;

import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Hands out what an open recording holds, one after the other.
 *
 * @param <T> what it holds
 */
public interface Handing<T> extends AutoCloseable {
    /** The next one, or empty at the end. */
    Optional<T> next();

    /** Lets go of the file; calling it again does nothing. */
    @Override
    void close();

    /** All that is left as a lazy stream, which closes this at its end, on failure and when it is closed. */
    default Stream<T> stream() {
        Spliterator<T> left =
                new Spliterators.AbstractSpliterator<>(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL) {
                    @Override
                    public boolean tryAdvance(Consumer<? super T> action) {
                        Optional<T> next = nextOrClose();
                        next.ifPresent(action);
                        return next.isPresent();
                    }
                };
        return StreamSupport.stream(left, false).onClose(this::close);
    }

    /** As {@link #next}, closing at the end and on failure. */
    private Optional<T> nextOrClose() {
        Optional<T> next = Optional.empty();
        try {
            next = next();
            return next;
        } finally {
            if (next.isEmpty()) {
                close();
            }
        }
    }
}
