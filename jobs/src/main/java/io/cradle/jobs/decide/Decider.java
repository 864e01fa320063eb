package io.cradle.jobs.decide;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.curation.CurationConfig;
import io.cradle.dataset.curation.CurationReport;
import io.cradle.dataset.curation.Duplicates;
import io.cradle.dataset.curation.NearDuplicates;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.StageName;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.table.SelectionRows;
import java.util.Collection;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Decides which of many episodes stay: by themselves, among those that are alike, and for balance, in this order. Reads
 * scores alone. Nothing that grows with the number of episodes is ever in one place.
 */
public final class Decider {
    /** Reason of the verdict on an episode of which its stratum has enough. */
    public static final String ENOUGH = "stratum has enough";

    private final CurationConfig config;
    private final BalanceConfig balance;

    /** By these settings. */
    public Decider(CurationConfig config, BalanceConfig balance) {
        this.config = config;
        this.balance = balance;
    }

    /**
     * The same rows with verdicts, strata and weights, in no order.
     *
     * @param undecided rows as {@link SelectionRows} has them, one an episode
     * @param caches hold what is read several times; close them when the result has been read
     */
    public Dataset<Row> decide(Dataset<Row> undecided, Caches caches) {
        Dataset<Row> scored = caches.keep(undecided);
        Dataset<Row> judged = new Alone(config.judges()).judged(scored);
        if (config.has(StageName.DUPLICATES)) {
            judged = Leavers.drop(judged, caches.keep(Alike.duplicates(judged)), Duplicates.DUPLICATE);
        }
        if (config.has(StageName.NEAR_DUPLICATES)) {
            Dataset<String> near = caches.keep(Alike.nearDuplicates(judged, config.nearDuplicates()));
            judged = Leavers.drop(judged, near, NearDuplicates.NEAR_DUPLICATE);
        }
        judged = judged.withColumn(
                SelectionRows.WEIGHT, when(col(SelectionRows.KEEP), lit(1.0)).otherwise(lit(0.0)));
        return balance.balances() ? new Balance(balance).balanced(judged, caches) : judged;
    }

    /** How scores are distributed over all rows. */
    public static Population population(Dataset<Row> rows, Collection<Score> asked) {
        return Alone.population(rows, asked);
    }

    /** How many stayed, by split, and left, by reason. */
    public static CurationReport report(Dataset<Row> decided) {
        return decided.groupBy(SelectionRows.SPLIT, SelectionRows.REASON).count().collectAsList().stream()
                .map(row -> CurationReport.of(
                        Split.valueOf(row.getString(0)), Verdict.of(row.getString(1)), row.getLong(2)))
                .reduce(CurationReport.NONE, CurationReport::merge);
    }
}
