package io.cradle.jobs.decide;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.cradle.dataset.curation.Copy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.table.SelectionRows;
import java.io.Serializable;
import java.util.Iterator;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * Ids of episodes that leave because of others of their group. Members of a group are shown, in order, to a sieve that
 * remembers a little: no group is ever in memory, and only what is needed is sorted.
 */
final class Leavers {
    /** What comes together. */
    static final String GROUP = "group";
    /** Where a member stands in its group; ids decide between equal ones. */
    static final String RANK = "rank";

    private static final String LEAVES = "leaves";

    private Leavers() {}

    /** Makes a sieve for a partition: it says of each row whether it leaves. */
    interface Sieves extends Supplier<Predicate<Row>>, Serializable {}

    /** Ids of the members that leave; those of several groups may be there several times. */
    static Dataset<String> of(Dataset<Row> members, Sieves sieves) {
        MapPartitionsFunction<Row, String> sift = rows -> {
            Predicate<Row> leaves = sieves.get();
            return stream(rows)
                    .filter(leaves)
                    .map(row -> row.<String>getAs(SelectionRows.EPISODE))
                    .iterator();
        };
        return members.repartition(col(GROUP))
                .sortWithinPartitions(GROUP, RANK, SelectionRows.EPISODE)
                .mapPartitions(sift, Encoders.STRING());
    }

    private static Stream<Row> stream(Iterator<Row> rows) {
        Iterable<Row> once = () -> rows;
        return StreamSupport.stream(once.spliterator(), false);
    }

    /** The rows, of which those of these ids leave if they stay so far. */
    static Dataset<Row> drop(Dataset<Row> judged, Dataset<String> ids, String reason) {
        Dataset<Row> leaving = ids.toDF(SelectionRows.EPISODE).withColumn(LEAVES, lit(true));
        Column leaves = col(SelectionRows.KEEP).and(coalesce(col(LEAVES), lit(false)));
        return judged.join(
                        leaving,
                        judged.col(SelectionRows.EPISODE).equalTo(leaving.col(SelectionRows.EPISODE)),
                        "left_outer")
                .drop(leaving.col(SelectionRows.EPISODE))
                .withColumn(SelectionRows.REASON, when(leaves, lit(reason)).otherwise(col(SelectionRows.REASON)))
                .withColumn(SelectionRows.KEEP, col(SelectionRows.REASON).equalTo(""))
                .drop(LEAVES);
    }

    /** Rank of the split in the order of {@link Copy}: what decides between equals before their ids do. */
    static Column split() {
        Column rank = lit(null);
        for (Split split : Split.values()) {
            long before = Stream.of(Split.values())
                    .filter(other -> new Copy(other, "").compareTo(new Copy(split, "")) < 0)
                    .count();
            rank = when(col(SelectionRows.SPLIT).equalTo(split.name()), lit(before))
                    .otherwise(rank);
        }
        return rank;
    }
}
