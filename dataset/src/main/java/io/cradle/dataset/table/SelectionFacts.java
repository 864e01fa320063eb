package io.cradle.dataset.table;

import io.cradle.dataset.episode.Split;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What there is to know of one version of a selection.
 *
 * @param path where it lies
 * @param version which version
 * @param parent {@code path@version} of the table that was judged
 * @param scoring how scores were measured
 * @param episodes that were judged
 * @param kept how many of them stay
 * @param reasons episodes that left, by reason
 * @param splits what became of each split's episodes
 * @param strata what became of each stratum's episodes; the stratum of no name is where nothing was balanced
 * @param trainWeights of the episodes of TRAIN that stay
 * @param history commits up to this version, oldest first
 */
public record SelectionFacts(
        String path,
        long version,
        String parent,
        String scoring,
        long episodes,
        long kept,
        SortedMap<String, Long> reasons,
        SortedMap<Split, Part> splits,
        SortedMap<String, Part> strata,
        WeightFacts trainWeights,
        List<Commit> history) {
    public SelectionFacts {
        reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
        splits = Collections.unmodifiableSortedMap(new TreeMap<>(splits));
        strata = Collections.unmodifiableSortedMap(new TreeMap<>(strata));
        history = List.copyOf(history);
    }

    /**
     * Some of the episodes.
     *
     * @param episodes that were judged
     * @param kept how many of them stay
     * @param weight sum of the weights of those that stay
     */
    public record Part(long episodes, long kept, double weight) {
        Part merge(Part that) {
            return new Part(episodes + that.episodes, kept + that.kept, weight + that.weight);
        }
    }
}
