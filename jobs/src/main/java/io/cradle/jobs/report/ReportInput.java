package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.spark.RoundLog;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything that the report of a run shows.
 *
 * @param world name of the world or of the recordings
 * @param evaluation the figures
 * @param rounds of training in order; none where the model came from elsewhere
 * @param reels films to show, best first
 * @param dataset facts of the table
 * @param verdicts of curation to numbers of episodes, {@link #KEPT} among them; empty where nothing was curated
 * @param lineage from the seed to this report
 */
public record ReportInput(
        String world,
        EvaluationReport evaluation,
        List<RoundLog> rounds,
        List<Reel> reels,
        DatasetFacts dataset,
        Map<String, Long> verdicts,
        List<LineageStep> lineage) {
    /** Key of the episodes that stay, in {@link #verdicts}. */
    public static final String KEPT = "kept";

    public ReportInput {
        rounds = List.copyOf(rounds);
        reels = List.copyOf(reels);
        verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
        lineage = List.copyOf(lineage);
    }
}
