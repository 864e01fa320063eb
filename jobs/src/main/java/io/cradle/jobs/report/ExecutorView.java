package io.cradle.jobs.report;

import io.cradle.training.spark.RoundLog;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of the training one executor did. */
record ExecutorView(String name, String rounds, String examples, String share, String percent) {
    /** One for each executor that is named in any round, by id. */
    static List<ExecutorView> of(List<RoundLog> rounds) {
        Map<String, Long> examples = new TreeMap<>();
        rounds.forEach(round -> round.executors().forEach((id, count) -> examples.merge(id, count, Long::sum)));
        long all = examples.values().stream().mapToLong(Long::longValue).sum();
        return examples.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), all, rounds))
                .toList();
    }

    private static ExecutorView of(String id, long examples, long all, List<RoundLog> rounds) {
        long active = rounds.stream()
                .filter(round -> round.executors().getOrDefault(id, 0L) > 0)
                .count();
        double share = all == 0 ? 0 : (double) examples / all;
        return new ExecutorView(
                id, Numbers.count(active), Numbers.count(examples), Numbers.share(share), Double.toString(100 * share));
    }
}
