package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.model.Likelihood;

/** Signs that stand before bits which are not exact. */
final class Bound {
    /** At most. */
    static final String MOST = "\u2264 ";

    private static final String LEAST = "\u2265 ";
    private static final String UNKNOWN = "bounds: ";

    private Bound() {}

    /** Before bits of this kind. */
    static String sign(Likelihood kind) {
        return kind == Likelihood.UPPER ? MOST : "";
    }

    /** Before a fraction that grows as bits shrink. */
    static String fraction(Likelihood kind) {
        return kind == Likelihood.UPPER ? LEAST : "";
    }

    /** Before bits of a report's judged model less those of another one. */
    static String difference(EvaluationReport report, String other) {
        Likelihood judged = kind(report, report.model());
        Likelihood beside = kind(report, other);
        if (judged == Likelihood.UPPER) {
            return beside == Likelihood.UPPER ? UNKNOWN : MOST;
        }
        return beside == Likelihood.UPPER ? LEAST : "";
    }

    /** What a model's bits are; exact where the report knows no such model. */
    static Likelihood kind(EvaluationReport report, String model) {
        return report.models().stream()
                .filter(result -> result.model().equals(model))
                .findFirst()
                .map(result -> result.likelihood())
                .orElse(Likelihood.EXACT);
    }
}
