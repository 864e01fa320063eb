package io.cradle.jobs.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of a table of counts, with a bar.
 *
 * @param reason or name of what is counted
 * @param count as it is shown
 * @param share of all, as it is shown
 * @param percent length of the bar
 * @param kept whether these are the ones that stay
 */
record Bar(String reason, String count, String share, String percent, boolean kept) {
    /** Verdicts of curation: those that stay first, then reasons by count. */
    static List<Bar> of(Map<String, Long> verdicts) {
        long all = verdicts.values().stream().mapToLong(Long::longValue).sum();
        Map<String, Long> ordered = new LinkedHashMap<>();
        ordered.put(ReportInput.KEPT, verdicts.getOrDefault(ReportInput.KEPT, 0L));
        verdicts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> ordered.putIfAbsent(entry.getKey(), entry.getValue()));
        List<Bar> bars = new ArrayList<>();
        ordered.forEach((reason, count) -> bars.add(of(reason, count, all)));
        return bars;
    }

    /** Any counts, in their order. */
    static List<Bar> shares(Map<String, Long> counts) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        return counts.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), all))
                .toList();
    }

    private static Bar of(String reason, long count, long all) {
        double share = all == 0 ? 0 : (double) count / all;
        return new Bar(
                reason,
                Numbers.count(count),
                Numbers.share(share),
                Double.toString(100 * share),
                reason.equals(ReportInput.KEPT));
    }
}
