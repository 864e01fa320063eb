package io.cradle.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.training.model.ModelConfig;
import io.cradle.training.spark.TrainingConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is trained, on what, how: what must be the same when a training goes on.
 *
 * @param table path@version
 * @param selection path@version, or empty for all episodes
 * @param model section of the configuration
 * @param train section of the configuration
 * @param fork where it went off from another training, or empty
 */
record Undertaking(String table, String selection, ModelConfig model, TrainingConfig train, String fork) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As {@link #text} wrote it. */
    static Undertaking of(String text) {
        try {
            return JSON.readValue(text, Undertaking.class);
        } catch (IOException broken) {
            throw new IllegalArgumentException(
                    "Cannot go on with a training of '%s': another Cradle began it; train anew".formatted(text),
                    broken);
        }
    }

    String text() {
        return Output.line(this);
    }

    /** The selection, at its version. */
    Optional<Reference> selected() {
        return selection.isEmpty() ? Optional.empty() : Optional.of(Reference.of(selection));
    }

    /** Refuses to go on with anything else; of tables the path counts, for they may have grown since. */
    void requireSame(Undertaking now, Path left) {
        List<String> others = new ArrayList<>();
        compare("", tree(), now.tree(), others);
        if (!others.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot go on with '%s': it was begun otherwise: %s; use the same, or remove it to train anew"
                            .formatted(left, String.join("; ", others)));
        }
    }

    private JsonNode tree() {
        return JSON.valueToTree(new Undertaking(
                Reference.of(table).path(), selected().map(Reference::path).orElse(""), model, train, ""));
    }

    /** What differs between two sections, key by key. */
    static List<String> differences(String section, Object then, Object now) {
        List<String> others = new ArrayList<>();
        compare(section, JSON.valueToTree(then), JSON.valueToTree(now), others);
        return others;
    }

    private static void compare(String key, JsonNode then, JsonNode now, List<String> others) {
        if (then.isObject()) {
            then.fields()
                    .forEachRemaining(field -> compare(
                            key.isEmpty() ? field.getKey() : key + "." + field.getKey(),
                            field.getValue(),
                            now.path(field.getKey()),
                            others));
        } else if (!then.equals(now)) {
            others.add("%s was %s and is %s".formatted(key, then, now));
        }
    }
}
