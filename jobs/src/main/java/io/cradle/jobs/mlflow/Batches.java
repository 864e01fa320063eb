package io.cradle.jobs.mlflow;

import java.util.List;
import java.util.stream.IntStream;

/** What a server takes at once. */
final class Batches {
    /** By the documentation of MLflow's endpoint {@code runs/log-batch}. */
    static final int MOST_METRICS = 1000;
    /** As {@link #MOST_METRICS}. */
    static final int MOST_PARAMS = 100;

    private Batches() {}

    static <T> List<List<T>> of(List<T> all, int most) {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + most)
                .mapToObj(start -> all.subList(start, Math.min(all.size(), start + most)))
                .toList();
    }
}
