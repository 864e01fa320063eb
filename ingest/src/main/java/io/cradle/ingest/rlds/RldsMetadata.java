package io.cradle.ingest.rlds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Ordered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What lies beside the records of a dataset.
 *
 * @param shapes what {@code features.json} says, by the name of the list; empty without it
 * @param info {@code dataset_info.json}
 * @param rate steps a second in Hz; 0 where none is given
 */
record RldsMetadata(Map<String, RldsShape> shapes, JsonNode info, double rate) {
    private static final long MOST_BYTES = 64 << 20;
    private static final double FASTEST = 1e5;
    private static final List<String> RATES =
            List.of("fps", "rate", "frequency", "control_frequency", "control_freq", "control_hz");
    private static final ObjectMapper JSON = new ObjectMapper();

    RldsMetadata {
        shapes = Ordered.copyOf(shapes);
    }

    /** Reads what a directory has; nothing of it is required. */
    static RldsMetadata read(Path directory) {
        JsonNode info = json(directory.resolve("dataset_info.json"));
        JsonNode more = json(directory.resolve("metadata.json"));
        return new RldsMetadata(
                RldsShapes.of(json(directory.resolve("features.json"))),
                info,
                List.of(info, info.path("metadata"), more).stream()
                        .mapToDouble(RldsMetadata::rateIn)
                        .filter(rate -> rate > 0)
                        .findFirst()
                        .orElse(0));
    }

    /** How many records a shard has by {@code dataset_info.json}. */
    OptionalLong records(RldsName name) {
        for (JsonNode split : info.path("splits")) {
            JsonNode lengths = split.path("shardLengths");
            if (split.path("name").asText().equals(name.split()) && lengths.size() > name.shard()) {
                return OptionalLong.of(lengths.get(name.shard()).asLong());
            }
        }
        return OptionalLong.empty();
    }

    private static double rateIn(JsonNode node) {
        return RATES.stream()
                .mapToDouble(key -> node.path(key).asDouble(0))
                .filter(rate -> rate > 0 && rate <= FASTEST)
                .findFirst()
                .orElse(0);
    }

    private static JsonNode json(Path file) {
        if (!Files.isRegularFile(file)) {
            return MissingNode.getInstance();
        }
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is longer than %d bytes".formatted(MOST_BYTES));
            }
            return JSON.readTree(file.toFile());
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(),
                    "%s; it must be JSON as TensorFlow Datasets writes it: copy it again"
                            .formatted(broken.getMessage()),
                    broken);
        }
    }
}
