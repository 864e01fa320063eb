package io.cradle.training.spark;

import java.io.Serializable;

/**
 * Section {@code train.watch} of the configuration: what is measured on VAL while a model is trained.
 *
 * @param rounds between two measurements, the last round is always measured; 0 measures nothing
 * @param windows of VAL that are measured, the same each time, at least 1
 * @param divergence a round whose loss is more than this many times that of the untrained model ends the training, above 1
 */
public record WatchConfig(int rounds, int windows, double divergence) implements Serializable {
    /** Measures nothing. */
    public static final WatchConfig NOTHING = new WatchConfig(0, 1, 10);

    public WatchConfig {
        if (rounds < 0 || windows < 1 || !(divergence > 1)) {
            throw new IllegalArgumentException(
                    "Invalid train.watch.rounds=%d, train.watch.windows=%d, train.watch.divergence=%s: must be at least 0, at least 1, and above 1"
                            .formatted(rounds, windows, divergence));
        }
    }
}
