package io.cradle.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A name and a value.
 *
 * @param name what it is
 * @param value as it is shown
 * @param code whether it is a path or a digest
 */
record Fact(String name, String value, boolean code) {
    /** The facts of a table, in order. */
    static List<Fact> of(DatasetFacts dataset) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Table", "%s@%d".formatted(dataset.table(), dataset.version()), true));
        facts.add(new Fact("Content hash", dataset.contentHash(), true));
        facts.add(new Fact("Episodes", Numbers.count(dataset.episodes()), false));
        facts.add(new Fact("Steps", Numbers.count(dataset.steps()), false));
        facts.add(new Fact("On disk", Numbers.bytes(dataset.bytesPerStep()) + " per step", false));
        facts.add(new Fact("Splits", counts(dataset.splits()), false));
        facts.add(new Fact("Worlds", counts(dataset.worlds()), false));
        facts.add(new Fact("Policies", counts(dataset.policies()), false));
        return facts;
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(entry -> Numbers.together(entry.getKey() + " " + Numbers.count(entry.getValue())))
                .collect(Collectors.joining(" \u00b7 "));
    }
}
