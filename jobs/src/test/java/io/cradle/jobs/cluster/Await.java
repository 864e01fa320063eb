package io.cradle.jobs.cluster;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Polling with an end: nothing in these tests waits for ever. */
final class Await {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private Await() {}

    /**
     * The first value {@code probe} gives, asked about 20 times a second.
     *
     * @param failure what to say when {@code patience} runs out
     * @throws IllegalStateException if no value came in time
     */
    static <T> T value(Duration patience, Supplier<Optional<T>> probe, Supplier<String> failure) {
        long end = System.nanoTime() + patience.toNanos();
        while (true) {
            Optional<T> value = probe.get();
            if (value.isPresent()) {
                return value.get();
            }
            if (System.nanoTime() > end) {
                throw new IllegalStateException(failure.get());
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Cannot go on waiting: the thread was interrupted", stopped);
        }
    }
}
