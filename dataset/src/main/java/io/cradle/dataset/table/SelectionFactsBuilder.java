package io.cradle.dataset.table;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;

import io.cradle.dataset.episode.Split;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Sums up a selection's rows by reason, split and stratum; only the sums reach the driver. */
final class SelectionFactsBuilder {
    private final SortedMap<String, Long> reasons = new TreeMap<>();
    private final SortedMap<Split, SelectionFacts.Part> splits = new TreeMap<>();
    private final SortedMap<String, SelectionFacts.Part> strata = new TreeMap<>();
    private WeightFacts train = WeightFacts.NONE;
    private SelectionFacts.Part all = new SelectionFacts.Part(0, 0, 0);

    SelectionFactsBuilder addAll(Dataset<Row> rows) {
        rows.groupBy(SelectionRows.KEEP, SelectionRows.REASON, SelectionRows.SPLIT, SelectionRows.STRATUM)
                .agg(
                        count(lit(1)),
                        sum(SelectionRows.WEIGHT),
                        sum(col(SelectionRows.WEIGHT).multiply(col(SelectionRows.WEIGHT))),
                        min(SelectionRows.WEIGHT),
                        max(SelectionRows.WEIGHT))
                .collectAsList()
                .forEach(this::add);
        return this;
    }

    private void add(Row sums) {
        boolean kept = sums.getBoolean(0);
        Split split = Split.valueOf(sums.getString(2));
        long episodes = sums.getLong(4);
        SelectionFacts.Part part = new SelectionFacts.Part(episodes, kept ? episodes : 0, kept ? sums.getDouble(5) : 0);
        all = all.merge(part);
        splits.merge(split, part, SelectionFacts.Part::merge);
        strata.merge(sums.getString(3), part, SelectionFacts.Part::merge);
        if (!kept) {
            reasons.merge(sums.getString(1), episodes, Long::sum);
        } else if (split == Split.TRAIN) {
            train = train.merge(new WeightFacts(
                    episodes, sums.getDouble(5), sums.getDouble(6), sums.getDouble(7), sums.getDouble(8)));
        }
    }

    SelectionFacts build(String path, long version, String parent, String scoring, List<Commit> history) {
        return new SelectionFacts(
                path, version, parent, scoring, all.episodes(), all.kept(), reasons, splits, strata, train, history);
    }
}
