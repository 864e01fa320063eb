package io.cradle.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.table.SelectionRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** What a model found surprising: Delta or Parquet at a path with the columns {@code episode_id} and {@code surprise}. */
final class SurpriseColumn {
    static final String SURPRISE = "surprise";
    private static final List<String> COLUMNS = List.of(SelectionRows.EPISODE, SURPRISE);

    private SurpriseColumn() {}

    /** The rows with the surprise that the configured table has for them; none where it names no table. */
    static Dataset<Row> added(Dataset<Row> scored, CurationConfig config) {
        String table = config.surprise().table();
        if (!table.isEmpty()) {
            return added(scored, of(scored.sparkSession(), table));
        }
        if (config.has(StageName.SURPRISE)) {
            throw new IllegalArgumentException(
                    "Cannot judge by surprise: curate.surprise.table names no table; name one with columns episode_id and surprise, or leave the stage out of curate.stages");
        }
        return with(scored, lit(null).cast("double"));
    }

    private static Dataset<Row> added(Dataset<Row> scored, Dataset<Row> surprise) {
        Column same = scored.col(SelectionRows.EPISODE).equalTo(surprise.col(SelectionRows.EPISODE));
        return with(scored.join(surprise, same, "left_outer").drop(surprise.col(SelectionRows.EPISODE)), col(SURPRISE))
                .drop(SURPRISE);
    }

    private static Dataset<Row> with(Dataset<Row> scored, Column surprise) {
        return scored.withColumn(
                SelectionRows.SCORES, col(SelectionRows.SCORES).withField(Score.SURPRISE.toString(), surprise));
    }

    /** Mean surprise of each episode, bits a frame; of an episode that stands there several times the greatest. */
    private static Dataset<Row> of(SparkSession spark, String path) {
        Dataset<Row> rows = rows(spark, path);
        if (!Arrays.asList(rows.columns()).containsAll(COLUMNS)) {
            throw new IllegalArgumentException("Cannot take surprise from '%s': it has the columns %s; %s are needed"
                    .formatted(path, Arrays.asList(rows.columns()), COLUMNS));
        }
        return rows.selectExpr("string(episode_id) episode_id", "double(surprise) surprise")
                .where("abs(surprise) < double('infinity')")
                .groupBy(SelectionRows.EPISODE)
                .agg(functions.max(SURPRISE).as(SURPRISE));
    }

    private static Dataset<Row> rows(SparkSession spark, String path) {
        boolean delta = path.contains("://") || Files.isDirectory(Path.of(path, "_delta_log"));
        try {
            return spark.read().format(delta ? "delta" : "parquet").load(path);
        } catch (Exception unreadable) { // Spark throws its checked AnalysisException undeclared
            throw unreadable(path, unreadable);
        }
    }

    private static RuntimeException unreadable(String path, Exception failure) {
        if (!(failure instanceof AnalysisException) && !(failure instanceof RuntimeException)) {
            return new IllegalStateException(failure);
        }
        String cause = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        return new IllegalArgumentException(
                "Cannot take surprise from '%s': %s; give a Delta table or Parquet files".formatted(path, cause),
                failure);
    }
}
