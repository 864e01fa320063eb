package io.cradle.ingest.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads JSON of strangers: neither deep nor large. */
final class BoundedJson {
    private static final int DEEPEST = 32;
    private static final long LARGEST = 64L << 20;
    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build());

    private BoundedJson() {}

    static JsonNode read(String file, String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new CorruptDataException(
                    file, "what it says of its tensors is no JSON; export or copy it again", broken);
        }
    }

    static JsonNode read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CorruptDataException(
                        file.toString(), "it has more than %d bytes; it is no metadata".formatted(LARGEST));
            }
            return read(file.toString(), Files.readString(file));
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(), "%s; it must be there and be text: copy it again".formatted(broken), broken);
        }
    }
}
