package io.cradle.jobs.decide;

import io.cradle.dataset.balance.BalanceConfig;
import io.cradle.dataset.balance.Balancer;
import io.cradle.dataset.balance.Quota;
import io.cradle.dataset.balance.Strata;
import io.cradle.dataset.curation.Candidate;
import io.cradle.dataset.curation.Judged;
import io.cradle.dataset.curation.Population;
import io.cradle.dataset.curation.Verdict;
import io.cradle.dataset.episode.Split;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Chooses and weighs the episodes of TRAIN that stay, stratum by stratum; those of other splits only get their stratum. */
final class Balance {
    /** Reason of the verdict on an episode of which its stratum has enough. */
    static final String ENOUGH = "stratum has enough";

    private static final int MOST_STRATA = 10_000;

    private final BalanceConfig config;

    Balance(BalanceConfig config) {
        this.config = config;
    }

    JavaRDD<Judged> balanced(JavaRDD<Judged> judged) {
        JavaRDD<Candidate> train = judged.filter(Balance::weighed).map(Judged::candidate);
        Population population = Decider.population(train, Strata.compares(config.strata()));
        Strata strata = Strata.of(config.strata(), population);
        Map<String, Quota> plan = plan(train, strata);
        JavaRDD<Judged> named = judged.map(each -> each.weighed(strata.of(each.candidate()), each.weight()));
        JavaRDD<Judged> others = named.filter(each -> !weighed(each));
        return others.union(chosen(named.filter(Balance::weighed), plan, config.seed()));
    }

    private static boolean weighed(Judged judged) {
        return judged.stays() && judged.candidate().split() == Split.TRAIN;
    }

    private Map<String, Quota> plan(JavaRDD<Candidate> train, Strata strata) {
        Map<String, Long> counts = new TreeMap<>();
        JavaPairRDD<String, Long> counted = train.mapToPair(candidate -> new Tuple2<>(strata.of(candidate), 1L))
                .reduceByKey(Long::sum);
        counted.take(MOST_STRATA + 1).forEach(pair -> counts.put(pair._1(), pair._2()));
        if (counts.size() > MOST_STRATA) {
            throw new IllegalArgumentException(
                    "Cannot balance more than %d strata: cut less finely, or by fewer things, in balance.strata"
                            .formatted(MOST_STRATA));
        }
        if (counts.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot balance: no episode of TRAIN stays; loosen curate, or make more episodes");
        }
        return Balancer.plan(counts, config);
    }

    private static JavaRDD<Judged> chosen(JavaRDD<Judged> train, Map<String, Quota> plan, long seed) {
        Map<String, Quota> quotas = new TreeMap<>(plan);
        JavaPairRDD<Place, Judged> byTicket = train.mapToPair(each -> new Tuple2<>(
                new Place(each.stratum(), Balancer.ticket(seed, each.episode()), Decider.copy(each)), each));
        return Groups.sift(byTicket, () -> new Counter(quotas), (counter, member) -> counter.judge(member._2()));
    }

    /** Counts how many of a stratum have stayed. */
    private static final class Counter implements Serializable {
        private final Map<String, Quota> quotas;
        private String stratum = "";
        private long seen;

        Counter(Map<String, Quota> quotas) {
            this.quotas = quotas;
        }

        Judged judge(Judged next) {
            seen = next.stratum().equals(stratum) ? seen + 1 : 1;
            stratum = next.stratum();
            Quota quota = quotas.get(stratum);
            return seen <= quota.chosen()
                    ? next.weighed(stratum, quota.weight())
                    : next.weighed(stratum, 0).unless(new Verdict.Drop(ENOUGH));
        }
    }
}
