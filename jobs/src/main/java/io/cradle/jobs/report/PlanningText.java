package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.planning.PlanningResult;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Results of planning as a table of text. */
public final class PlanningText {
    private static final String FORM = "%%-8s %%-%ds %%9s %%-16s %%8s %%9s %%9s %%9s %%9s  %%s";

    private static final int LEAST_WIDTH = 14;

    private PlanningText() {}

    /** Head, a line a result, and what to think of it where attempts are few. */
    public static List<String> of(List<PlanningResult> results) {
        int longest =
                results.stream().mapToInt(result -> result.world().length()).reduce(LEAST_WIDTH, Math::max);
        String form = FORM.formatted(longest);
        return Stream.of(
                        Stream.of(head(form)),
                        results.stream().map(result -> line(form, result)),
                        reservation(results).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static Optional<String> reservation(List<PlanningResult> results) {
        return results.stream()
                .map(result -> result.attempts().size())
                .filter(attempts -> attempts < EvaluationReport.FEWEST_EPISODES)
                .findFirst()
                .map(attempts ->
                        "Attempts (%d) are too few for a claim: set plan.episodes to %d or more, 200 unless told"
                                .formatted(attempts, EvaluationReport.FEWEST_EPISODES));
    }

    private static String head(String form) {
        return String.format(
                Locale.ROOT,
                form,
                "planner",
                "plans in",
                "success",
                "95 %",
                "steps",
                "distance",
                "return",
                "promised",
                "kept",
                "gap");
    }

    private static String line(String form, PlanningResult result) {
        return String.format(
                Locale.ROOT,
                form,
                result.planner(),
                result.world(),
                number("%.3f", result.success()),
                range(result.success()),
                result.stepsToSuccess().map(steps -> number("%.1f", steps)).orElse("–"),
                number("%.3f", result.end()),
                number("%.2f", result.real()),
                number("%.3f", result.promised()),
                number("%.3f", result.kept()),
                number("%.3f ", result.gap()) + range(result.gap()));
    }

    private static String number(String form, Interval interval) {
        return String.format(Locale.ROOT, form, interval.mean());
    }

    private static String range(Interval interval) {
        return String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
    }
}
