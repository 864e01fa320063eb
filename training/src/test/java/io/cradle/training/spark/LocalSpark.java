package io.cradle.training.spark;

import io.cradle.dataset.table.TableSettings;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of this module: two workers side by side, up to four attempts at a task. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2,4]")
                .appName("training tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2");
        TableSettings.spark().forEach(builder::config);
        return builder.getOrCreate();
    }

    static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }
}
