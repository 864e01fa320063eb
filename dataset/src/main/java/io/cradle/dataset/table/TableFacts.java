package io.cradle.dataset.table;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Layout;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to know of one version of a table.
 *
 * @param path where it lies
 * @param version which version
 * @param contentHash {@link io.cradle.dataset.episode.ContentHash} over all episodes, duplicates included
 * @param episodes episodes, duplicates included
 * @param duplicates how many of them are further copies of one that is counted already
 * @param steps steps of all episodes
 * @param files live data files
 * @param bytesPerStep bytes of all live data files for each step
 * @param tensorBytesPerStep of it, what each tensor's column takes, compressed; the rest is identity and footers
 * @param splits episodes of each split
 * @param worlds episodes of each world
 * @param policies episodes of each policy
 * @param sources episodes of each kind of origin
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
        long files,
        double bytesPerStep,
        SortedMap<String, Double> tensorBytesPerStep,
        SortedMap<Split, Long> splits,
        SortedMap<String, Long> worlds,
        SortedMap<String, Long> policies,
        SortedMap<String, Long> sources,
        Layout layout,
        List<Commit> history) {
    public TableFacts {
        tensorBytesPerStep = copy(tensorBytesPerStep);
        splits = copy(splits);
        worlds = copy(worlds);
        policies = copy(policies);
        sources = copy(sources);
        history = List.copyOf(history);
    }

    /** Share of the episodes that each split has. */
    @JsonProperty
    public SortedMap<Split, Double> splitShares() {
        return shares(splits);
    }

    /** Share of the episodes that each world has. */
    @JsonProperty
    public SortedMap<String, Double> worldShares() {
        return shares(worlds);
    }

    /** Share of the episodes that each policy has. */
    @JsonProperty
    public SortedMap<String, Double> policyShares() {
        return shares(policies);
    }

    private <K> SortedMap<K, Double> shares(SortedMap<K, Long> counts) {
        SortedMap<K, Double> shares = new TreeMap<>();
        counts.forEach((key, count) -> shares.put(key, (double) count / episodes));
        return shares;
    }

    private static <K, V> SortedMap<K, V> copy(SortedMap<K, V> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
