package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** What went wrong inside a task, dug out of what Spark wraps around it. */
final class TaskFailure {
    private TaskFailure() {}

    /**
     * Does what runs tasks, and throws the first cause that speaks to people (bad input, bad file) if there is one.
     */
    static <T> T unwrapping(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception failed) { // Spark throws its checked exception undeclared
            throw unwrap(failed);
        }
    }

    private static RuntimeException unwrap(Exception failure) {
        List<Throwable> chain = chain(failure);
        return first(chain, CorruptDataException.class)
                .or(() -> DamagedFile.in(chain).map(RuntimeException.class::cast))
                .or(() -> first(chain, IllegalArgumentException.class))
                .orElseGet(() -> unchecked(failure));
    }

    /** An exception, its cause, and so on. */
    static List<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .toList();
    }

    private static Optional<RuntimeException> first(List<Throwable> chain, Class<? extends RuntimeException> kind) {
        return chain.stream().filter(kind::isInstance).findFirst().map(kind::cast);
    }

    private static String firstLine(Exception failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private static RuntimeException unchecked(Exception failure) {
        return failure instanceof RuntimeException runtime
                ? runtime
                : new IllegalStateException("Cannot finish the Spark job: " + firstLine(failure), failure);
    }
}
