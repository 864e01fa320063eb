package io.cradle.jobs.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.evaluation.OracleResult;
import io.cradle.training.oracle.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelCardTest {
    private static String explained(Map<String, Interval> of) {
        EvaluationReport report = Samples.report("Bounce").evaluation();
        OracleResult oracle = new OracleResult(
                new Verdict(0.5, 0.001, 900, 8), 1024, 3, of, new ModelResult.Horizon(Optional.empty(), 8, 0));
        return ModelCard.explained(report.with(Optional.of(oracle), List.of(), Map.of()));
    }

    @Test
    void whatIsExplainableIsTheJudgedModelsOwn() {
        String judged = Samples.report("Bounce").evaluation().model();
        Map<String, Interval> both = Map.of("another", new Interval(0.9, 0.8, 1), judged, new Interval(0.5, 0.4, 0.6));

        assertThat(explained(both))
                .isEqualTo(
                        "- Fraction of explainable bits, 0 as copy-last and 1 as the true simulator: 0.50 \\[0.40, 0.60\\]\n");
    }

    @Test
    void withoutAnOracleNothingIsSaid() {
        assertThat(explained(Map.of())).isEmpty();
        assertThat(ModelCard.explained(Samples.report("Bounce").evaluation())).isEmpty();
    }
}
