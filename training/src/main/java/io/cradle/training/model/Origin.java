package io.cradle.training.model;

import java.io.Serializable;
import java.util.List;

/**
 * Where a model's training data came from.
 *
 * @param table {@code path@version} of the table of episodes
 * @param selection {@code path@version} of the selection that was applied, empty if none was
 * @param worlds names of the worlds it was trained on, at least one
 * @param episodeSteps steps of the longest episode, at least 1: how long a dream lasts unless told otherwise
 */
public record Origin(String table, String selection, List<String> worlds, int episodeSteps) implements Serializable {
    public Origin {
        worlds = List.copyOf(worlds);
        if (table.isBlank() || worlds.isEmpty() || episodeSteps < 1) {
            throw new IllegalArgumentException(
                    "Invalid origin table='%s', worlds=%s, episodeSteps=%d: name a table, at least one world and at least 1 step"
                            .formatted(table, worlds, episodeSteps));
        }
    }
}
