package io.cradle.ingest.lerobot;

import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What {@code meta/info.json} says.
 *
 * @param version {@code v2.1} or {@code v3.0}
 * @param robot kind of robot
 * @param rate steps a second, Hz
 * @param episodes how many there should be; below 0 where it doesn't say
 * @param frames how many rows there should be; below 0 where it doesn't say
 * @param chunkSize episodes in a directory, of v2.1
 * @param videoPath template of the paths of videos
 * @param splits the splits that it declares
 * @param features columns and films
 */
record Info(
        String version,
        String robot,
        double rate,
        long episodes,
        long frames,
        int chunkSize,
        String videoPath,
        SplitRanges splits,
        List<Feature> features)
        implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long LARGEST = 64L << 20;

    Info {
        features = List.copyOf(features);
    }

    /** Where it lies. */
    static Path file(Path root) {
        return root.resolve("meta").resolve("info.json");
    }

    static Info read(Path root) {
        Path file = file(root);
        JsonNode node = json(file);
        try {
            return of(file, node);
        } catch (IllegalArgumentException refused) {
            throw new CorruptDataException(file.toString(), refused.getMessage(), refused);
        }
    }

    /** Refuses features that are asked for as numbers and cannot be read; those that aren't declared are not looked at. */
    void requireNumbers(Path root, Collection<String> asked) {
        try {
            features.stream().filter(feature -> asked.contains(feature.name())).forEach(Feature::requireNumbers);
        } catch (IllegalArgumentException refused) {
            throw new CorruptDataException(file(root).toString(), refused.getMessage(), refused);
        }
    }

    /** Whether it declares a feature. */
    boolean declares(String name) {
        return features.stream().anyMatch(feature -> feature.name().equals(name));
    }

    private static Info of(Path file, JsonNode node) {
        String version = node.path("codebase_version").asText();
        if (!version.matches("v2\\.[01]|v3\\.0")) {
            throw new CorruptDataException(
                    file.toString(),
                    "codebase_version is '%s', v2.0, v2.1 and v3.0 are read; convert it with lerobot's own scripts"
                            .formatted(version));
        }
        double rate = node.path("fps").asDouble();
        if (!(rate > 0) || rate > 1e5) {
            throw new CorruptDataException(
                    file.toString(),
                    "fps is %s; write how many steps a second there are"
                            .formatted(node.has("fps") ? node.path("fps") : "missing"));
        }
        List<Feature> features = new ArrayList<>();
        node.path("features")
                .fields()
                .forEachRemaining(entry -> features.add(Feature.of(entry.getKey(), entry.getValue())));
        if (features.isEmpty()) {
            throw new CorruptDataException(
                    file.toString(), "it has no features; copy it again, or declare the columns of the data there");
        }
        return new Info(
                version,
                node.path("robot_type").asText("unknown"),
                rate,
                node.path("total_episodes").asLong(-1),
                node.path("total_frames").asLong(-1),
                Math.max(1, node.path("chunks_size").asInt(1000)),
                node.path("video_path").asText(""),
                SplitRanges.of(node.path("splits")),
                features);
    }

    static JsonNode json(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CorruptDataException(
                        file.toString(), "it has more than %d bytes; it is no metadata".formatted(LARGEST));
            }
            return bounded().readTree(file.toFile());
        } catch (IOException broken) {
            throw new CorruptDataException(
                    file.toString(),
                    "%s; it must be there and be JSON: copy it again".formatted(first(broken)),
                    broken);
        }
    }

    static ObjectMapper bounded() {
        JSON.getFactory()
                .setStreamReadConstraints(
                        StreamReadConstraints.builder().maxNestingDepth(64).build());
        return JSON;
    }

    private static String first(IOException broken) {
        return String.valueOf(broken.getMessage()).lines().findFirst().orElse("");
    }

    boolean isV3() {
        return version.startsWith("v3");
    }
}
