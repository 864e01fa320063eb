package io.cradle.jobs.decide;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.balance.Balancer;
import io.cradle.dataset.balance.Quota;
import io.cradle.dataset.balance.Strata;
import io.cradle.dataset.table.SelectionRows;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.api.java.UDF4;
import org.apache.spark.sql.types.DataTypes;

/**
 * Chooses and weighs the episodes of TRAIN that stay, stratum by stratum; those of other splits only get their stratum.
 *
 * @param config of strata and shares
 */
record Balance(BalanceConfig config) {
    private static final int MOST_STRATA = 10_000;

    Dataset<Row> balanced(Dataset<Row> judged, Caches caches) {
        Dataset<Row> train = judged.where(Alone.trains());
        Strata strata = Strata.of(config.strata(), Alone.population(train, Strata.compares(config.strata())));
        Dataset<Row> named = judged.withColumn(SelectionRows.STRATUM, stratum(strata));
        NavigableMap<String, Quota> plan = plan(named.where(Alone.trains()));
        return weighed(chosen(named, plan, caches), plan);
    }

    private static Column stratum(Strata strata) {
        UDF4<String, String, String, Row, String> stratum =
                (world, source, policy, scores) -> strata.of(world, source, policy, SelectionRows.scores(scores));
        return udf(stratum, DataTypes.StringType)
                .apply(
                        col(SelectionRows.WORLD),
                        col(SelectionRows.SOURCE),
                        col(SelectionRows.POLICY),
                        col(SelectionRows.SCORES));
    }

    private NavigableMap<String, Quota> plan(Dataset<Row> train) {
        Map<String, Long> counts = new TreeMap<>();
        train.groupBy(SelectionRows.STRATUM)
                .count()
                .limit(MOST_STRATA + 1)
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        if (counts.size() > MOST_STRATA) {
            throw new IllegalArgumentException(
                    "Cannot balance more than %d strata: cut less finely, or by fewer things, in balance.strata"
                            .formatted(MOST_STRATA));
        }
        if (counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot balance: no episode of TRAIN stays; loosen the stages of curate (without balance, 'cradle curate' says how many each of them drops), or make more episodes");
        }
        return Balancer.plan(counts, config);
    }

    private Dataset<Row> chosen(Dataset<Row> named, NavigableMap<String, Quota> plan, Caches caches) {
        if (plan.values().stream().allMatch(quota -> quota.chosen() == quota.available())) {
            return named;
        }
        Dataset<Row> members = named.where(Alone.trains())
                .select(
                        col(SelectionRows.STRATUM).as(Leavers.GROUP),
                        ticket(config.seed()).as(Leavers.RANK),
                        col(SelectionRows.EPISODE));
        TreeMap<String, Quota> quotas = new TreeMap<>(plan);
        Dataset<String> leavers = Leavers.of(members, () -> {
            Counter counter = new Counter(quotas);
            return row -> counter.leaves(row.getAs(Leavers.GROUP));
        });
        return Leavers.drop(named, caches.keep(leavers), Decider.ENOUGH);
    }

    /** Tickets are unsigned, Spark's numbers aren't: the order is kept by turning the highest bit. */
    private static Column ticket(long seed) {
        UDF1<String, Long> ticket = episode -> Balancer.ticket(seed, episode) ^ Long.MIN_VALUE;
        return udf(ticket, DataTypes.LongType).apply(col(SelectionRows.EPISODE));
    }

    private static Dataset<Row> weighed(Dataset<Row> chosen, NavigableMap<String, Quota> plan) {
        TreeMap<String, Quota> quotas = new TreeMap<>(plan);
        UDF1<String, Double> weight = stratum -> quotas.get(stratum).weight();
        Column trained = udf(weight, DataTypes.DoubleType).apply(col(SelectionRows.STRATUM));
        return chosen.withColumn(
                SelectionRows.WEIGHT,
                when(Alone.trains(), trained).when(col(SelectionRows.KEEP), 1.0).otherwise(0.0));
    }

    /** Counts how many of a stratum have stayed. */
    private static final class Counter {
        private final Map<String, Quota> quotas;
        private String stratum = "";
        private long seen;

        Counter(Map<String, Quota> quotas) {
            this.quotas = quotas;
        }

        boolean leaves(String next) {
            seen = next.equals(stratum) ? seen + 1 : 1;
            stratum = next;
            return seen > quotas.get(stratum).chosen();
        }
    }
}
