package io.cradle.training.evaluation;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What was measured, on what: enough to measure it again.
 *
 * @param table path of the table of episodes
 * @param tableVersion the version that was read
 * @param contentHash of that version
 * @param selection path@version of the selection that was applied; {@code all} where none was
 * @param split the episodes that were read
 * @param checkpoint SHA-256 of the checkpoint that is judged first
 * @param models what each model is, by name: a checkpoint's SHA-256, or what a baseline was fitted to
 */
public record Subject(
        String table,
        long tableVersion,
        String contentHash,
        String selection,
        Split split,
        String checkpoint,
        Map<String, String> models)
        implements Serializable {
    public Subject {
        models = Collections.unmodifiableMap(new LinkedHashMap<>(models));
    }

    /** The same, with the checkpoint of this name judged first. */
    Subject judging(String model) {
        return new Subject(table, tableVersion, contentHash, selection, split, models.get(model), models);
    }
}
