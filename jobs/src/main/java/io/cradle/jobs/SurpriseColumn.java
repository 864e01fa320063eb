package io.cradle.jobs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** What a model found surprising: Delta or Parquet at a path with the columns {@code episode_id} and {@code surprise}. */
final class SurpriseColumn {
    private static final List<String> COLUMNS = List.of("episode_id", "surprise");

    private SurpriseColumn() {}

    /** Mean surprise of each episode, bits a frame; an episode that stands there twice gets one of the values. */
    static JavaPairRDD<String, Double> of(SparkSession spark, String path) {
        Dataset<Row> rows = rows(spark, path);
        if (!Arrays.asList(rows.columns()).containsAll(COLUMNS)) {
            throw new IllegalArgumentException("Cannot take surprise from '%s': it has the columns %s; %s are needed"
                    .formatted(path, Arrays.asList(rows.columns()), COLUMNS));
        }
        return rows.selectExpr("string(episode_id)", "double(surprise)")
                .where("episode_id is not null and surprise is not null and not isnan(surprise)")
                .toJavaRDD()
                .mapToPair(row -> new Tuple2<>(row.getString(0), row.getDouble(1)))
                .reduceByKey(Math::max);
    }

    private static Dataset<Row> rows(SparkSession spark, String path) {
        boolean delta = path.contains("://") || Files.isDirectory(Path.of(path, "_delta_log"));
        try {
            return spark.read().format(delta ? "delta" : "parquet").load(path);
        } catch (Exception unreadable) { // Spark throws its checked AnalysisException undeclared
            if (unreadable instanceof AnalysisException || unreadable instanceof RuntimeException) {
                throw new IllegalArgumentException(
                        "Cannot take surprise from '%s': %s; give a Delta table or Parquet files"
                                .formatted(
                                        path,
                                        unreadable
                                                .getMessage()
                                                .lines()
                                                .findFirst()
                                                .orElse("")),
                        unreadable);
            }
            throw new IllegalStateException(unreadable);
        }
    }
}
