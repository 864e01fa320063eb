package io.cradle.dataset.table;

import io.delta.tables.DeltaTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * What a commit did to the data files.
 *
 * @param version that it made
 * @param kind of change
 */
record Change(long version, Kind kind) {
    /** Kinds of change. */
    enum Kind {
        /** Files came, none went. */
        APPEND,
        /** The same content in other files. */
        PACK,
        /** The same files. */
        NOTHING,
        /** Anything else: content may have gone. */
        OTHER
    }

    /** Commits after one version and up to another, oldest first. */
    static List<Change> between(DeltaTable table, long earlier, long later) {
        return table.history().select("version", "operation", "operationParameters").collectAsList().stream()
                .filter(row -> row.getLong(0) > earlier && row.getLong(0) <= later)
                .map(row -> new Change(row.getLong(0), kind(row)))
                .sorted(Comparator.comparingLong(Change::version))
                .toList();
    }

    private static Kind kind(Row row) {
        Map<String, String> parameters = row.getJavaMap(2);
        return switch (row.getString(1)) {
            case "WRITE" -> parameters.getOrDefault("mode", "").equals("Append") ? Kind.APPEND : Kind.OTHER;
            case "OPTIMIZE" -> Kind.PACK;
            case "VACUUM START", "VACUUM END" -> Kind.NOTHING;
            default -> Kind.OTHER;
        };
    }
}
