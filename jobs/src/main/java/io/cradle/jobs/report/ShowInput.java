package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.util.List;

/**
 * Everything that the page of a table shows.
 *
 * @param dataset facts of the table
 * @param layout its tensors
 * @param samples a few of its episodes, at most {@value #MOST_SAMPLES} of which are shown
 * @param lineage from the seed to the table
 */
public record ShowInput(DatasetFacts dataset, Layout layout, List<Episode> samples, List<LineageStep> lineage) {
    /** Episodes that one page can hold. */
    public static final int MOST_SAMPLES = 4;

    public ShowInput {
        samples = List.copyOf(samples);
        lineage = List.copyOf(lineage);
    }
}
