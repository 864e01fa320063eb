package io.cradle.jobs.decide;

import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.episode.ContentHash;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.score.Scorer;
import io.cradle.dataset.score.Scoring;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.table.SelectionRows;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import scala.Tuple2;

/** Episodes measured once each, as rows that decisions are made on; the only thing here that sees tensors. */
public final class Scored {
    private Scored() {}

    /** One row an episode, of all its copies. */
    public static Dataset<Row> of(SparkSession spark, JavaRDD<Episode> copies, Scoring scoring) {
        return rows(spark, copies.map(copy -> candidate(copy, scoring)));
    }

    /** Both together; an episode that stands in both is one row. */
    public static Dataset<Row> merged(Dataset<Row> old, Dataset<Row> added) {
        Dataset<Row> ids = added.select(SelectionRows.EPISODE);
        Column same = old.col(SelectionRows.EPISODE).equalTo(ids.col(SelectionRows.EPISODE));
        JavaRDD<Candidate> both =
                old.join(ids, same, "left_semi").union(added).javaRDD().map(SelectionRows::candidate);
        return old.join(ids, same, "left_anti").union(rows(old.sparkSession(), both));
    }

    private static Dataset<Row> rows(SparkSession spark, JavaRDD<Candidate> readings) {
        JavaRDD<Candidate> candidates = readings.mapToPair(reading -> new Tuple2<>(reading.episode(), reading))
                .reduceByKey(Candidate::merge)
                .values();
        return SelectionRows.undecided(spark, candidates);
    }

    private static Candidate candidate(Episode episode, Scoring scoring) {
        Provenance from = episode.provenance();
        return new Candidate(
                episode.id(),
                from.split(),
                from.world(),
                from.source(),
                from.policy(),
                List.of(ContentHash.of(episode.tensors())),
                1,
                Scorer.score(episode, scoring),
                Sketch.of(episode, scoring));
    }
}
