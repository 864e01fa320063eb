package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.oracle.Verdict;
import java.util.List;
import java.util.Map;

/**
 * What the true simulator says, in words, and how much of what can be explained each model explains.
 *
 * @param verdict a sentence
 * @param chaos another one
 * @param explained a row a model
 * @param isOracle whether there are such rows
 * @param claim what the intervals carry
 */
record OracleView(String verdict, String chaos, List<Row> explained, boolean isOracle, String claim) {
    /** A model. */
    record Row(String name, ModelView.Cell fraction) {}

    static OracleView of(OracleResult result) {
        List<Row> rows = result.explained().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Row(entry.getKey(), ModelView.Cell.of(entry.getValue())))
                .toList();
        return new OracleView(
                verdict(result),
                "Restarted from the true state, off by a millionth, the simulator itself loses half of its predictions after %s (%s of %s were lost)."
                        .formatted(
                                result.chaos()
                                        .median()
                                        .map(steps -> steps + " steps")
                                        .orElse("more than the horizon"),
                                Numbers.count(result.chaos().lost()),
                                Numbers.count(result.chaos().predictions())),
                rows,
                !rows.isEmpty(),
                result.verdict().episodes() < EvaluationReport.FEWEST_EPISODES
                        ? "%d episodes are too few for a claim: at least %d are needed."
                                .formatted(result.verdict().episodes(), EvaluationReport.FEWEST_EPISODES)
                        : "Brackets: 95 % bootstrap intervals over these episodes.");
    }

    private static String verdict(OracleResult result) {
        Verdict verdict = result.verdict();
        String measured =
                "%s particles of the true simulator need %s bits/frame on %s episodes; a quarter of them changes that by %s %%, and the least effective sample size is %s. Both filters took %s s."
                        .formatted(
                                Numbers.count(result.particles()),
                                Numbers.decimal(verdict.bits(), 3),
                                Numbers.count(verdict.episodes()),
                                Numbers.decimal(100 * verdict.change(), 1),
                                Numbers.decimal(verdict.effective(), 1),
                                Numbers.decimal(result.seconds()));
        return (verdict.isOracle() ? "An oracle: " : "No oracle: ") + measured;
    }
}
