package io.cradle.dataset.table;

import io.cradle.dataset.episode.Episode;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One Spark for all tests of this module: two threads, up to four attempts at a task. */
final class LocalSpark {
    private LocalSpark() {}

    static SparkSession session() {
        SparkSession.Builder builder = SparkSession.builder()
                .master("local[2,4]")
                .appName("dataset tests")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2");
        TableSettings.spark().forEach(builder::config);
        return builder.getOrCreate();
    }

    static JavaRDD<Episode> parallel(List<Episode> episodes, int partitions) {
        return JavaSparkContext.fromSparkContext(session().sparkContext()).parallelize(episodes, partitions);
    }
}
