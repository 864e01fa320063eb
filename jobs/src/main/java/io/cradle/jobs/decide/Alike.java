package io.cradle.jobs.decide;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import io.cradle.dataset.curation.Duplicates;
import io.cradle.dataset.curation.NearDuplicates;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.score.Sketch;
import io.cradle.dataset.table.SelectionRows;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.types.DataTypes;

/** Episodes that leave for being like others that stay so far. */
final class Alike {
    private static final String CROWD = "crowd";

    private Alike() {}

    /** Ids of those with the content of an earlier one. */
    static Dataset<String> duplicates(Dataset<Row> judged) {
        Dataset<Row> members = judged.where(SelectionRows.KEEP)
                .select(
                        element_at(col(SelectionRows.DIGESTS), 1).as(Leavers.GROUP),
                        Leavers.split().as(Leavers.RANK),
                        col(SelectionRows.EPISODE));
        return Leavers.of(members, () -> {
            Duplicates sieve = new Duplicates();
            return row -> sieve.judge(row.getAs(Leavers.GROUP)) instanceof Verdict.Drop;
        });
    }

    /** Ids of those that show nearly what an earlier one does. Sketches travel only where a bucket holds several. */
    static Dataset<String> nearDuplicates(Dataset<Row> judged, NearDuplicates near) {
        Dataset<Row> kept = judged.where(SelectionRows.KEEP);
        Dataset<Row> sketches = kept.select(SelectionRows.EPISODE, SelectionRows.SKETCH);
        Dataset<Row> members = crowded(kept).join(sketches, SelectionRows.EPISODE);
        return Leavers.of(members, () -> {
                    NearDuplicates.Sieve sieve = near.sieve();
                    return row -> sieve.leaves(
                            row.<Long>getAs(Leavers.GROUP), Sketch.ofBytes(row.getAs(SelectionRows.SKETCH)));
                })
                .distinct();
    }

    private static Dataset<Row> crowded(Dataset<Row> kept) {
        Column several = count(lit(1)).over(Window.partitionBy(Leavers.GROUP));
        return kept.select(
                        explode(buckets()).as(Leavers.GROUP),
                        Leavers.split().as(Leavers.RANK),
                        col(SelectionRows.EPISODE))
                .withColumn(CROWD, several)
                .where(col(CROWD).gt(1))
                .drop(CROWD);
    }

    private static Column buckets() {
        UDF1<byte[], long[]> buckets = sketch -> NearDuplicates.buckets(Sketch.ofBytes(sketch));
        return udf(buckets, DataTypes.createArrayType(DataTypes.LongType, false))
                .apply(col(SelectionRows.SKETCH));
    }
}
