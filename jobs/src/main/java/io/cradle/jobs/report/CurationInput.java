package io.cradle.jobs.report;

import io.cradle.dataset.curation.Histogram;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.score.Score;
import io.cradle.dataset.score.Scores;
import java.util.List;
import java.util.Map;

/**
 * Everything that the page of a selection shows.
 *
 * @param table that was judged, {@code path@version}
 * @param selection that was made, {@code path@version}
 * @param verdicts episodes that stay ({@link ReportInput#KEPT}), and that leave by reason
 * @param examples of episodes that leave, at most {@value #MOST_EXAMPLES} a reason
 * @param histograms of scores over TRAIN, before and after
 * @param constants scores that are the same for all episodes of TRAIN
 * @param strata of TRAIN; empty where nothing was balanced
 * @param effective effective sample size of TRAIN, episodes
 * @param trained episodes of TRAIN that stay
 * @param lineage of the selection
 */
public record CurationInput(
        String table,
        String selection,
        Map<String, Long> verdicts,
        List<Example> examples,
        Map<Score, Histogram> histograms,
        Map<Score, Double> constants,
        List<Stratum> strata,
        double effective,
        long trained,
        List<LineageStep> lineage) {
    /** Episodes of one reason that a page shows. */
    public static final int MOST_EXAMPLES = 3;

    /**
     * An episode that leaves.
     *
     * @param reason why
     * @param episode its tensors
     * @param scores what was measured on it
     */
    public record Example(String reason, Episode episode, Scores scores) {}

    /**
     * A part of TRAIN.
     *
     * @param name of the stratum
     * @param available its episodes before balancing
     * @param kept its episodes that stay
     * @param weight of each that stays
     */
    public record Stratum(String name, long available, long kept, double weight) {}
}
