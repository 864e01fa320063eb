package io.cradle.training.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What {@code checkpoint.json} holds.
 *
 * @param format version of the form
 * @param facts what the model is
 * @param prompts P
 * @param sha256 digest in hex of each of the other files, by name
 */
record CheckpointHeader(int format, Checkpoint.Facts facts, int prompts, Map<String, String> sha256) {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    CheckpointHeader {
        sha256 = new TreeMap<>(sha256);
        if (prompts < 1 || prompts > PromptBank.MOST) {
            throw new IllegalArgumentException("%d prompts, must be 1 to %d".formatted(prompts, PromptBank.MOST));
        }
    }

    byte[] json() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Cannot write checkpoint header as JSON", impossible);
        }
    }

    static CheckpointHeader parse(byte[] json, Path file) {
        try {
            JsonNode tree = JSON.readTree(json);
            if (!tree.isObject()) {
                throw corrupt(file, "empty, or another kind of JSON", null);
            }
            requireFormat(tree.path("format"), file);
            complete(tree.path("facts"));
            return JSON.treeToValue(tree, CheckpointHeader.class);
        } catch (JsonMappingException odd) {
            throw corrupt(file, where(odd), odd);
        } catch (IOException malformed) {
            throw corrupt(file, malformed.getMessage().lines().findFirst().orElse("unreadable"), malformed);
        }
    }

    /** What was written before there were all of today's facts says nothing of some. */
    private static void complete(JsonNode facts) {
        if (facts instanceof ObjectNode some && !some.has("standard")) {
            some.set("standard", JSON.valueToTree(Standard.NONE));
        }
        if (facts.path("standard") instanceof ObjectNode standard && !standard.has("motion")) {
            standard.set("motion", JSON.valueToTree(Axes.NONE));
        }
        if (facts.path("model") instanceof ObjectNode model && !model.has("motion")) {
            model.put("motion", false);
        }
    }

    /** What a value was rejected for, or the key whose value is at fault. */
    private static String where(JsonMappingException odd) {
        if (odd.getCause() instanceof IllegalArgumentException rejected) {
            return rejected.getMessage();
        }
        String key = odd.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[%d]".formatted(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
        if (odd instanceof InvalidFormatException invalid
                && invalid.getTargetType().isEnum()) {
            return "'%s' is %s, which this version doesn't know beside %s"
                    .formatted(
                            key,
                            invalid.getValue(),
                            List.of(invalid.getTargetType().getEnumConstants()));
        }
        return key.isEmpty() ? "a key is missing" : "'%s' is missing or no such value".formatted(key);
    }

    /** First, for another format may hold anything. */
    private static void requireFormat(JsonNode format, Path file) {
        if (format.isInt() && format.intValue() != CheckpointFiles.FORMAT) {
            throw new CorruptDataException(
                    file.toString(),
                    "its format is %d, this version reads %d; train anew, or use the version that wrote it"
                            .formatted(format.intValue(), CheckpointFiles.FORMAT));
        }
    }

    private static CorruptDataException corrupt(Path file, String why, Exception cause) {
        return new CorruptDataException(
                file.toString(), "it is no checkpoint header (%s); copy the checkpoint again".formatted(why), cause);
    }
}
