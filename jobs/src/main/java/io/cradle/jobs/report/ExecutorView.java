package io.cradle.jobs.report;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How much of the training one executor did. */
record ExecutorView(String name, String rounds, String examples, String share, String percent) {
    /** One for each executor that is named in any round, by id. */
    static List<ExecutorView> of(List<Round> rounds) {
        Map<String, Long> examples = new TreeMap<>();
        rounds.forEach(round -> round.examples().forEach((id, count) -> examples.merge(id, count, Long::sum)));
        long all = examples.values().stream().mapToLong(Long::longValue).sum();
        return examples.entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), all, rounds))
                .toList();
    }

    private static ExecutorView of(String id, long examples, long all, List<Round> rounds) {
        long active = rounds.stream()
                .filter(round -> round.examples().getOrDefault(id, 0L) > 0)
                .count();
        double share = all == 0 ? 0 : (double) examples / all;
        return new ExecutorView(
                id, Numbers.count(active), Numbers.count(examples), Numbers.share(share), Double.toString(100 * share));
    }
}
