package io.cradle.jobs.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What came of one {@code spark-submit}.
 *
 * @param exitCode of the driver; 0 is success
 * @param out the driver's standard output
 * @param log the driver's standard error, where Spark logs
 */
record Submission(int exitCode, String out, String log) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The lines of standard output that are JSON objects, in order. */
    List<JsonNode> jsonLines() {
        return jsonLines(out);
    }

    /** The lines of {@code text} that are JSON objects, in order. */
    static List<JsonNode> jsonLines(String text) {
        return text.lines()
                .filter(line -> line.startsWith("{"))
                .map(Submission::parse)
                .toList();
    }

    private static JsonNode parse(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException broken) {
            throw new UncheckedIOException("Cannot read '%s' as JSON".formatted(line), broken);
        }
    }
}
