package io.cradle.jobs.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is to be known of a table at a glance.
 *
 * @param table its path
 * @param version that was read
 * @param contentHash of that version
 * @param episodes in it
 * @param steps in it, over all episodes
 * @param bytesPerStep on disk, over all tensors
 * @param splits episodes by split, in the order in which they are shown
 * @param worlds episodes by world
 * @param policies episodes by policy
 */
public record DatasetFacts(
        String table,
        long version,
        String contentHash,
        long episodes,
        long steps,
        double bytesPerStep,
        Map<String, Long> splits,
        Map<String, Long> worlds,
        Map<String, Long> policies) {
    public DatasetFacts {
        splits = Collections.unmodifiableMap(new LinkedHashMap<>(splits));
        worlds = Collections.unmodifiableMap(new LinkedHashMap<>(worlds));
        policies = Collections.unmodifiableMap(new LinkedHashMap<>(policies));
    }
}
