package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.ModelResult;
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

    static OracleView of(EvaluationReport report, OracleResult result) {
        List<Row> rows = result.explained().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Row(
                        entry.getKey(),
                        ModelView.Cell.of(entry.getValue()).after(Bound.fraction(Bound.kind(report, entry.getKey())))))
                .toList();
        return new OracleView(
                verdict(result),
                chaos(result.chaos()),
                rows,
                result.isOracle(),
                result.verdict().episodes() < EvaluationReport.FEWEST_EPISODES
                        ? "%d episodes are too few for a claim: at least %d are needed."
                                .formatted(result.verdict().episodes(), EvaluationReport.FEWEST_EPISODES)
                        : "Brackets: 95 % bootstrap intervals over these episodes.");
    }

    private static String chaos(ModelResult.Horizon chaos) {
        return "Restarted from the true state, off by a millionth, the simulator itself loses %s of %s predictions within the horizon%s."
                .formatted(
                        Numbers.count(chaos.lost()),
                        Numbers.count(chaos.predictions()),
                        chaos.median()
                                .map(steps -> ", half of them by step " + steps)
                                .orElse(""));
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
        if (verdict.isOracle() && !result.isOracle()) {
            return "No oracle, for it does not surely better than copy-last: " + measured;
        }
        return result.isOracle()
                ? "An oracle: " + measured
                : "No oracle: %s Asked for are less than 2 %% and at least 50.".formatted(measured);
    }
}
