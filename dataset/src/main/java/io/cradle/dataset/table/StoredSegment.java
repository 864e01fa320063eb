package io.cradle.dataset.table;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import java.io.Serializable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One row: consecutive steps of one episode.
 *
 * @param episode id
 * @param segment which segment of the episode, from 0
 * @param segments how many the episode has
 * @param firstStep number of its first step
 * @param episodeSteps steps of the whole episode
 * @param provenance of the episode
 * @param tensors each {@code [T, shape]}
 */
record StoredSegment(
        String episode,
        int segment,
        int segments,
        int firstStep,
        int episodeSteps,
        Provenance provenance,
        List<Tensor> tensors)
        implements Serializable {
    static final int MOST_STEPS = 256;
    static final int MOST_BYTES = 4 << 20;

    StoredSegment {
        tensors = List.copyOf(tensors);
    }

    /** T. */
    int steps() {
        return tensors.get(0).rows();
    }

    /** Number of the step after its last. */
    int end() {
        return firstStep + steps();
    }

    /** Steps in every segment but an episode's last: as many as 256 steps and 4 MiB allow, and at least 1. */
    static int stepsPerSegment(Layout layout) {
        return Math.max(1, Math.min(MOST_STEPS, MOST_BYTES / layout.bytes()));
    }

    /** Cuts an episode. */
    static Stream<StoredSegment> of(Episode episode) {
        int most = stepsPerSegment(episode.layout());
        int count = (episode.steps() + most - 1) / most;
        return IntStream.range(0, count).mapToObj(i -> cut(episode, i, count, most));
    }

    private static StoredSegment cut(Episode episode, int index, int count, int most) {
        int from = index * most;
        int to = Math.min(episode.steps(), from + most);
        List<Tensor> tensors =
                episode.tensors().stream().map(tensor -> tensor.slice(from, to)).toList();
        return new StoredSegment(episode.id(), index, count, from, episode.steps(), episode.provenance(), tensors);
    }
}
