package io.cradle.dataset.table;

import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructType;

/** The kinds of table, told apart by a mark in the metadata of the first column. */
enum TableKind {
    EPISODES("table of episodes", "episodes", 1, 15),
    SELECTION("selection", "selection", 2, 6);

    private static final String KEY = "cradle.table";

    private final String title;
    private final String mark;
    private final int format;
    private final int indexedColumns;

    TableKind(String title, String mark, int format, int indexedColumns) {
        this.title = title;
        this.mark = mark + "/";
        this.format = format;
        this.indexedColumns = indexedColumns;
    }

    /** What a table of this kind is called in messages. */
    String title() {
        return title;
    }

    /** Delta's properties of a new table: data files stay plain Parquet, and the log outlives what is trained on it. */
    Map<String, String> properties() {
        return Map.of(
                "delta.enableDeletionVectors", "false",
                "delta.columnMapping.mode", "none",
                "delta.dataSkippingNumIndexedCols", String.valueOf(indexedColumns),
                "delta.logRetentionDuration", "interval 3650 days",
                "delta.deletedFileRetentionDuration", "interval 3650 days");
    }

    Metadata mark(MetadataBuilder metadata) {
        return metadata.putString(KEY, mark + format).build();
    }

    /** The format that is written and read. */
    int format() {
        return format;
    }

    /** Format of a Delta table with this schema; empty if it is of another kind. */
    OptionalInt format(StructType schema) {
        if (schema.length() == 0 || !schema.apply(0).metadata().contains(KEY)) {
            return OptionalInt.empty();
        }
        String found = schema.apply(0).metadata().getString(KEY);
        return found.startsWith(mark) && found.substring(mark.length()).matches("[0-9]{1,9}")
                ? OptionalInt.of(Integer.parseInt(found.substring(mark.length())))
                : OptionalInt.empty();
    }

    /** Whether a Delta table with this schema is of this kind, and of the format that is read. */
    boolean marks(StructType schema) {
        OptionalInt found = format(schema);
        return found.isPresent() && found.getAsInt() == format;
    }
}
