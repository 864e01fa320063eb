package io.cradle.dataset.table;

import io.cradle.dataset.episode.Episode;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;

/**
 * Episodes that become one commit, once: a table that has seen this number of this writer, or a higher one, passes them
 * over. Delta keeps both in the log, so that they are seen exactly as far as the episodes are.
 *
 * @param writer who commits, the same text in every run
 * @param number of the batch; a writer's numbers ascend
 * @param episodes at least one
 */
public record Batch(String writer, long number, JavaRDD<Episode> episodes) {
    public Batch {
        if (writer.isBlank() || number < 0) {
            throw new IllegalArgumentException(
                    "Invalid batch %d of writer '%s': a writer has a name, and numbers from 0"
                            .formatted(number, writer));
        }
    }

    /** As options of a write, by Delta's names. */
    Map<String, String> transaction() {
        return Map.of("txnAppId", writer, "txnVersion", Long.toString(number));
    }
}
