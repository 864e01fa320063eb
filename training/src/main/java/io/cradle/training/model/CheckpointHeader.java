package io.cradle.training.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.cradle.dataset.episode.CorruptDataException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

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
            return JSON.readValue(json, CheckpointHeader.class);
        } catch (java.io.IOException malformed) {
            throw new CorruptDataException(
                    file.toString(),
                    "it is no checkpoint header (%s); copy the checkpoint again".formatted(firstLine(malformed)),
                    malformed);
        }
    }

    private static String firstLine(Exception cause) {
        return cause.getMessage().lines().findFirst().orElse("empty");
    }
}
