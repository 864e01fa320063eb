package io.cradle.jobs.report;

import java.util.List;

/** An {@link LineageStep} as the template shows it. */
record LineageView(String command, String code, String seeded, List<String> reads, String configuration) {
    static List<LineageView> of(List<LineageStep> lineage) {
        return lineage.stream().map(LineageView::of).toList();
    }

    private static LineageView of(LineageStep step) {
        return new LineageView(
                step.command(),
                step.code(),
                step.seed().isPresent() ? Long.toString(step.seed().getAsLong()) : null,
                step.parents(),
                step.configuration());
    }
}
