package io.cradle.jobs.report;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Ordered;
import io.cradle.dataset.statistics.StatisticsReport;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Everything that the card of a table shows.
 *
 * @param name of the data set
 * @param dataset facts of the table
 * @param sources episodes by kind of origin
 * @param duplicates episodes that are further copies of others
 * @param layout its tensors
 * @param tensorBytesPerStep what each takes on disk
 * @param samples a few episodes, at most {@value #MOST_SAMPLES} of which are shown
 * @param statistics of TRAIN; of no episode where there is none
 * @param curation what a selection makes of it, if one was given
 * @param lineage from the seed to the table
 */
public record CardInput(
        String name,
        DatasetFacts dataset,
        SortedMap<String, Long> sources,
        long duplicates,
        Layout layout,
        Map<String, Double> tensorBytesPerStep,
        List<Episode> samples,
        StatisticsReport statistics,
        Optional<CardCuration> curation,
        List<LineageStep> lineage) {
    /** Episodes that one card can hold. */
    public static final int MOST_SAMPLES = 9;
    /** Name of the file that shows samples moving. */
    public static final String MOVING = "episodes.gif";
    /** Name of the file that shows samples frame by frame. */
    public static final String STILL = "episodes.png";

    public CardInput {
        sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
        tensorBytesPerStep = Ordered.copyOf(tensorBytesPerStep);
        samples = samples.stream().limit(MOST_SAMPLES).toList();
        lineage = List.copyOf(lineage);
    }

    /** Frames of the samples on one picture, where they can be drawn. */
    public Optional<Sheet> sheet() {
        boolean drawn = !samples.isEmpty()
                && samples.stream().allMatch(episode -> episode.find(Layout.FRAME)
                        .filter(Scene::canDraw)
                        .isPresent());
        return drawn ? Optional.of(Sheet.of(samples, OptionalInt.empty(), OptionalInt.empty())) : Optional.empty();
    }
}
