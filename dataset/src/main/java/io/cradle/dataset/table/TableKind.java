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

    /**
     * Refuses a Delta table that is of another kind or format.
     *
     * @param action what cannot be done, such as {@code read}
     * @param table its path
     */
    void require(StructType schema, String action, String table) {
        OptionalInt found = format(schema);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot %s table '%s': it is a Delta table but no %s of cradle's; give another path"
                            .formatted(action, table, title));
        }
        if (found.getAsInt() != format) {
            String remedy =
                    found.getAsInt() > format ? "use a newer cradle" : "use the cradle that wrote it, or make it anew";
            throw new IllegalArgumentException("Cannot %s table '%s': it is a %s of format %d, known is %d; %s"
                    .formatted(action, table, title, found.getAsInt(), format, remedy));
        }
    }

    /** Whether a Delta table with this schema is of this kind, and of the format that is read. */
    boolean marks(StructType schema) {
        OptionalInt found = format(schema);
        return found.isPresent() && found.getAsInt() == format;
    }
}
