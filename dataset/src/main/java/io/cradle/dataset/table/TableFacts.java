package io.cradle.dataset.table;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import java.util.List;
import java.util.Map;

/**
 * What there is to know of one version of a table.
 *
 * @param path where it lies
 * @param version which version
 * @param contentHash {@link io.cradle.dataset.episode.ContentHash} over all episodes, duplicates included
 * @param episodes episodes, duplicates included
 * @param duplicates how many of them are further copies of one that is counted already
 * @param steps steps of all episodes
 * @param bytesPerStep bytes of all live data files for each step
 * @param splits episodes of each split
 * @param worlds episodes of each world
 * @param policies episodes of each policy
 * @param layout the tensors
 * @param history commits up to this version, oldest first
 */
public record TableFacts(
        String path,
        long version,
        String contentHash,
        long episodes,
        long duplicates,
        long steps,
        double bytesPerStep,
        Map<Split, Long> splits,
        Map<String, Long> worlds,
        Map<String, Long> policies,
        Layout layout,
        List<Commit> history) {
    public TableFacts {
        splits = Map.copyOf(splits);
        worlds = Map.copyOf(worlds);
        policies = Map.copyOf(policies);
        history = List.copyOf(history);
    }
}
