package io.cradle.training.spark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.training.learner.LearnerState;
import io.cradle.training.model.Checkpoint;
import io.cradle.training.model.ModelConfig;
import java.util.Map;
import java.util.TreeMap;

/** What a training ends in. */
final class Checkpoints {
    private Checkpoints() {}

    static Checkpoint of(
            ModelConfig model, TrainingConfig config, TrainingSet data, LearnerState state, Beginning beginning) {
        return new Checkpoint(
                new Checkpoint.Facts(
                        model,
                        model.reads(data.layout()),
                        data.origin(),
                        settings(config, data.fork()),
                        state.steps(),
                        beginning.meanInk(),
                        beginning.standard()),
                state.parameters(),
                state.moments(),
                beginning.prompts());
    }

    /** By key, sections within sections joined by a dot. */
    private static Map<String, String> settings(TrainingConfig config, String fork) {
        Map<String, String> settings = new TreeMap<>();
        if (!fork.isEmpty()) {
            settings.put("fork", fork);
        }
        add("", new ObjectMapper().valueToTree(config), settings);
        return settings;
    }

    private static void add(String path, JsonNode node, Map<String, String> to) {
        node.fields().forEachRemaining(field -> {
            if (field.getValue().isObject()) {
                add(path + field.getKey() + ".", field.getValue(), to);
            } else {
                to.put(path + field.getKey(), field.getValue().asText());
            }
        });
    }
}
