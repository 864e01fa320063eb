package io.cradle.jobs.report;

import io.cradle.training.spark.RoundCost;
import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Where the time of rounds went: a row of a table, with a bar.
 *
 * @param stage what was done
 * @param where who did it
 * @param seconds a round, mean, as it is shown
 * @param share of the whole round, as it is shown
 * @param percent length of the bar
 */
record TimeView(String stage, String where, String seconds, String share, String percent) {
    private static final String DRIVER = "driver";
    private static final String WORKERS = "mean of the workers";

    /** A row for each stage, of those rounds that say so; none where no round does. */
    static List<TimeView> of(List<RoundLog> rounds) {
        List<RoundLog> told =
                rounds.stream().filter(round -> round.cost() != null).toList();
        return told.isEmpty()
                ? List.of()
                : List.of(
                        of("making the broadcast", DRIVER, RoundCost::send, told),
                        of("receiving the parameters and setting them", WORKERS, RoundCost::load, told),
                        of("waiting for data", WORKERS, RoundCost::idle, told),
                        of("steps of the optimiser", WORKERS, RoundCost::fit, told),
                        of("the loss on VAL", WORKERS, RoundCost::measure, told),
                        of("copying the parameters out", WORKERS, RoundCost::gather, told),
                        of("averaging and the outer step", DRIVER, RoundCost::aggregate, told),
                        row("the rest", "Spark, and the slowest worker", rest(told), told));
    }

    /** Bytes of a round; empty where no round says so. */
    static String bytes(List<RoundLog> rounds) {
        List<RoundCost> costs = rounds.stream()
                .filter(round -> round.cost() != null)
                .map(RoundLog::cost)
                .toList();
        return costs.isEmpty()
                ? ""
                : "A round sent %s to each executor, and %s came back from all workers (means)."
                        .formatted(
                                Numbers.bytes(mean(costs, RoundCost::sentBytes)),
                                Numbers.bytes(mean(costs, RoundCost::returnedBytes)));
    }

    private static double mean(List<RoundCost> costs, ToDoubleFunction<RoundCost> part) {
        return costs.stream().mapToDouble(part).average().orElse(0);
    }

    private static double rest(List<RoundLog> rounds) {
        double named = rounds.stream()
                .map(RoundLog::cost)
                .mapToDouble(cost -> cost.send()
                        + cost.load()
                        + cost.idle()
                        + cost.fit()
                        + cost.measure()
                        + cost.gather()
                        + cost.aggregate())
                .sum();
        return Math.max(0, seconds(rounds) - named);
    }

    private static double seconds(List<RoundLog> rounds) {
        return rounds.stream().mapToDouble(RoundLog::seconds).sum();
    }

    private static TimeView of(String stage, String where, ToDoubleFunction<RoundCost> part, List<RoundLog> rounds) {
        return row(
                stage,
                where,
                rounds.stream().map(RoundLog::cost).mapToDouble(part).sum(),
                rounds);
    }

    private static TimeView row(String stage, String where, double sum, List<RoundLog> rounds) {
        double share = sum / Math.max(seconds(rounds), Double.MIN_NORMAL);
        return new TimeView(
                stage,
                where,
                Numbers.decimal(sum / rounds.size(), 3),
                Numbers.share(share),
                Double.toString(Math.min(100, 100 * share)));
    }
}
