package io.cradle.dataset.curation;

import java.io.Serializable;
import java.util.Map;

/**
 * What was decided on one episode, and on what grounds.
 *
 * @param episode its id
 * @param verdict whether it stays
 * @param copies how often it stands in the table, at least 1
 * @param scores what was measured, by name
 */
public record Judged(String episode, Verdict verdict, int copies, Map<String, Double> scores) implements Serializable {
    public Judged {
        scores = Map.copyOf(scores);
        if (copies < 1) {
            throw new IllegalArgumentException(
                    "Invalid copies=%d of episode '%s': must be at least 1".formatted(copies, episode));
        }
    }
}
