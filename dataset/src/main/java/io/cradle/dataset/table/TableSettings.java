package io.cradle.dataset.table;

import io.cradle.dataset.spec.Ordered;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;

/**
 * Settings that a Spark session must be built with before it touches a table. Delta hands hardly any write option on
 * to Parquet, so they go into Spark's Hadoop configuration.
 */
public final class TableSettings {
    private static final String EXTENSIONS = "spark.sql.extensions";
    private static final String DELTA = "io.delta.sql.DeltaSparkSessionExtension";
    /** A data file is packed to at most this: large enough to list few, small enough to copy one. */
    public static final long FILE_BYTES = 256L << 20;

    private static final int PAGE_BYTES = 64 << 10;
    private static final int ROW_GROUP_BYTES = 16 << 20;
    /** A row holds up to 4 MiB, so Spark's own batch of 4096 rows would be 16 GiB. */
    private static final int ROWS_IN_A_BATCH = 128;

    private TableSettings() {}

    /** Every setting, by its key in Spark's configuration. */
    public static Map<String, String> spark() {
        Map<String, String> settings = new TreeMap<>(parquet());
        settings.put(EXTENSIONS, DELTA);
        settings.put("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog");
        settings.put("spark.sql.parquet.compression.codec", "zstd");
        settings.put("spark.sql.parquet.columnarReaderBatchSize", String.valueOf(ROWS_IN_A_BATCH));
        // The log of a table here has hundreds of entries, not millions: fifty tasks to read it are a waste.
        settings.put("spark.databricks.delta.snapshotPartitions", "2");
        settings.put("spark.databricks.delta.optimize.maxFileSize", String.valueOf(FILE_BYTES));
        settings.put("spark.databricks.delta.optimize.minFileSize", String.valueOf(FILE_BYTES / 2));
        return Ordered.copyOf(settings);
    }

    private static Map<String, String> parquet() {
        Map<String, String> settings = new TreeMap<>();
        settings.put("spark.hadoop.parquet.page.size", String.valueOf(PAGE_BYTES));
        settings.put("spark.hadoop.parquet.block.size", String.valueOf(ROW_GROUP_BYTES));
        // Parquet looks at sizes only after a hundred rows unless told to; a hundred rows can be 400 MiB.
        settings.put("spark.hadoop.parquet.page.size.row.check.min", "1");
        settings.put("spark.hadoop.parquet.block.size.row.check.min", "1");
        settings.put("spark.hadoop.parquet.page.write-checksum.enabled", "true");
        settings.put("spark.hadoop.parquet.page.verify-checksum.enabled", "true");
        settings.put("spark.hadoop.parquet.enable.dictionary", "false");
        for (String column : SegmentColumns.NAMES) {
            settings.put("spark.hadoop.parquet.enable.dictionary#" + column, "true");
        }
        return settings;
    }

    /** Refuses a session that was built without these settings. */
    static void require(SparkSession spark) {
        if (!spark.conf().get(EXTENSIONS, "").contains(DELTA)) {
            throw new IllegalArgumentException(
                    "Cannot use tables in this Spark session: it was built without Delta; build it with TableSettings.spark()");
        }
    }
}
