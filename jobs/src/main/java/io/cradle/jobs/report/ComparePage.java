package io.cradle.jobs.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Many trainings on one page: one self-contained HTML file. */
public final class ComparePage {
    private ComparePage() {}

    /**
     * The page, HTML, UTF-8.
     *
     * @param runs at least one, in any order
     */
    public static String render(List<TrainingRun> runs) {
        List<TrainingRun> sorted = RunTable.sorted(runs);
        Optional<Chart> samples = ComparedCurves.validationByExamples(sorted);
        Optional<Chart> seconds = ComparedCurves.validationBySeconds(sorted);
        Optional<Chart> losses = ComparedCurves.loss(sorted);
        RunTable table = RunTable.of(sorted);
        String heading = runs.size() == 1 ? "1 training" : "%s trainings".formatted(Numbers.count(runs.size()));
        return Assets.fill(
                "compare",
                new View(
                        Assets.of(Stream.of(samples, seconds, losses)
                                .flatMap(Optional::stream)
                                .toList()),
                        heading,
                        lead(sorted.get(0)),
                        samples.isPresent(),
                        losses.isPresent(),
                        table.settings(),
                        RunTable.FIGURES,
                        table.rows()));
    }

    private static String lead(TrainingRun best) {
        return best.bestValidation().isPresent()
                ? "Least loss on VAL: %s, %s bits/frame."
                        .formatted(
                                best.name(),
                                Numbers.decimal(best.bestValidation().getAsDouble(), 3))
                : "None of them measured its loss on VAL; train.watch has it measured.";
    }

    /** What {@code compare.mustache} reads. */
    private record View(
            Assets page,
            String title,
            String lead,
            boolean validated,
            boolean trained,
            List<String> settings,
            List<String> figures,
            List<RunTable.Row> rows) {}
}
