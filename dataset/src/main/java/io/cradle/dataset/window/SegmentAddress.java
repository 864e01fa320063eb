package io.cradle.dataset.window;

import io.cradle.dataset.episode.Split;
import java.io.Serializable;

/**
 * Where a segment of an episode lies.
 *
 * @param file absolute path or URI of a Parquet file
 * @param row number of the row in the file, from 0
 * @param episode id of its episode
 * @param firstStep number of its first step in the episode
 * @param steps steps it holds
 * @param split what its episode is for
 */
public record SegmentAddress(String file, long row, String episode, int firstStep, int steps, Split split)
        implements Serializable {
    /** Number of the step after its last. */
    public int end() {
        return firstStep + steps;
    }
}
