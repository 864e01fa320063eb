package io.cradle.jobs.decide;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.udf;

import io.cradle.dataset.curation.Curator;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Stage;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.table.SelectionRows;
import java.util.Collection;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;

/**
 * Stages that judge an episode by itself, or by how scores are distributed over TRAIN.
 *
 * @param stages in order
 */
record Alone(List<Stage> stages) {
    Dataset<Row> judged(Dataset<Row> scored) {
        return decided(scored, reason(stages, population(scored)));
    }

    private static Dataset<Row> decided(Dataset<Row> rows, Column reason) {
        return rows.withColumn(SelectionRows.REASON, reason)
                .withColumn(SelectionRows.KEEP, col(SelectionRows.REASON).equalTo(""));
    }

    private static Column reason(List<Stage> stages, Population population) {
        UDF2<Integer, Row, String> judge =
                (contents, scores) -> Curator.judge(contents, SelectionRows.scores(scores), stages, population)
                        .reason();
        return udf(judge, DataTypes.StringType).apply(size(col(SelectionRows.DIGESTS)), col(SelectionRows.SCORES));
    }

    /** Of the TRAIN episodes with which nothing is wrong that can be told without the others. */
    private Population population(Dataset<Row> scored) {
        List<Score> asked = stages.stream()
                .flatMap(stage -> stage.compares().stream())
                .distinct()
                .toList();
        List<Stage> absolute =
                stages.stream().filter(stage -> stage.compares().isEmpty()).toList();
        Dataset<Row> sound = decided(scored, reason(absolute, new Population()));
        return population(sound.where(trains()), asked);
    }

    /** Of all rows. */
    static Population population(Dataset<Row> rows, Collection<Score> asked) {
        if (asked.isEmpty()) {
            return new Population();
        }
        return rows.select(SelectionRows.SCORES)
                .javaRDD()
                .aggregate(
                        new Population(),
                        (population, row) -> population.add(SelectionRows.scores(row.getStruct(0)), asked),
                        (one, other) -> one.add(other));
    }

    /** Whether an episode stays, to be learnt from. */
    static Column trains() {
        return col(SelectionRows.KEEP).and(col(SelectionRows.SPLIT).equalTo(Split.TRAIN.name()));
    }
}
