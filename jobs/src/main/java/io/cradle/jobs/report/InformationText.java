package io.cradle.jobs.report;

import io.cradle.dataset.information.Cost;
import io.cradle.dataset.information.InformationReport;
import io.cradle.dataset.information.Omission;
import io.cradle.training.evaluation.Interval;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The information report as lines of text. */
public final class InformationText {
    private InformationText() {}

    /** Columns that a terminal can show. */
    public static String of(InformationInput input) {
        InformationReport cost = input.cost();
        return Stream.of(
                        List.of(
                                "Table %s, selection %s: %d episodes, %d steps"
                                        .formatted(input.table(), input.selection(), cost.episodes(), cost.steps()),
                                line(
                                        "%-12s %-24s %12s %12s %8s",
                                        "tensor", "code", "bits/step", "bytes/step", "of raw")),
                        cost.costs().stream()
                                .map(each -> line(each, raw(cost, each)))
                                .toList(),
                        cost.omissions().stream().map(InformationText::line).toList(),
                        input.trials().stream().flatMap(InformationText::lines).toList())
                .flatMap(List::stream)
                .collect(Collectors.joining("\n"));
    }

    private static double raw(InformationReport cost, Cost each) {
        return cost.of(each.tensor()).get(0).bitsPerStep();
    }

    private static String line(Cost cost, double raw) {
        return line(
                "%-12s %-24s %12.3f %12.3f %7.1f%%",
                cost.tensor(), cost.code(), cost.bitsPerStep(), cost.bytesPerStep(), 100 * cost.bitsPerStep() / raw);
    }

    private static String line(Omission omission) {
        return "Not for %s: %s; %s".formatted(omission.tensor(), omission.codes(), omission.why());
    }

    private static Stream<String> lines(Trial trial) {
        return Stream.of(head(trial), trial.rivals().stream().map(InformationText::line), trial.explains().stream())
                .flatMap(lines -> lines);
    }

    private static Stream<String> head(Trial trial) {
        return Stream.of(
                "One step ahead on VAL: %d episodes (%d too short), %d frames; context models were shown %d episodes of TRAIN"
                        .formatted(trial.episodes(), trial.skipped(), trial.frames(), trial.shown()),
                line("%-28s %10s %-20s %s", "model", "bits/frame", "95 %", trial.label() + " - this"),
                line("%-28s %s", trial.label(), text(trial.bitsPerFrame())));
    }

    private static String line(Rival rival) {
        return line("%-28s %s %s", rival.name(), text(rival.bitsPerFrame()), text(rival.difference()));
    }

    private static String text(Interval interval) {
        String range = String.format(Locale.ROOT, "[%.3f, %.3f]", interval.low(), interval.high());
        return String.format(Locale.ROOT, "%10.3f %-20s", interval.mean(), range);
    }

    private static String line(String form, Object... values) {
        return String.format(Locale.ROOT, form, values).stripTrailing();
    }
}
