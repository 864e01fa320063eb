package io.cradle.dataset.table;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Row;

/** Rows of Delta's history as commits. */
final class CommitRows {
    static final String[] COLUMNS = {
        "version", "timestamp", "operation", "operationParameters", "operationMetrics", "userMetadata"
    };

    /** Delta's words for what a write and what a packing changed, and ours. */
    private static final Map<String, String> CHANGES = Map.of(
            "numFiles", "filesAdded",
            "numAddedFiles", "filesAdded",
            "numOutputRows", "rowsAdded",
            "numOutputBytes", "bytesAdded",
            "numAddedBytes", "bytesAdded",
            "numRemovedFiles", "filesRemoved",
            "numRemovedBytes", "bytesRemoved");

    private CommitRows() {}

    /** The commit of a row of {@link #COLUMNS}. */
    static Commit commit(Row row) {
        String operation = row.getString(2);
        String mode = map(row, 3).getOrDefault("mode", "");
        return new Commit(
                row.getLong(0),
                row.getTimestamp(1).toInstant().toString(),
                "%s %s".formatted(operation, mode).strip(),
                changes(map(row, 4)),
                Lineage.ofCommit(row.getString(5), operation));
    }

    private static SortedMap<String, Long> changes(Map<String, String> metrics) {
        SortedMap<String, Long> changes = new TreeMap<>();
        CHANGES.forEach((theirs, ours) -> {
            if (metrics.containsKey(theirs)) {
                changes.put(ours, Long.parseLong(metrics.get(theirs)));
            }
        });
        return changes;
    }

    private static Map<String, String> map(Row row, int column) {
        return row.isNullAt(column) ? Map.of() : row.getJavaMap(column);
    }
}
