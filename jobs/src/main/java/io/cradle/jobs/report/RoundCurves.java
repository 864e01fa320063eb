package io.cradle.jobs.report;

import io.cradle.training.spark.Agreement;
import io.cradle.training.spark.RoundLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/** What averaging did, round by round. */
final class RoundCurves {
    private static final int FEW = 40;

    private RoundCurves() {}

    /** Loss on VAL before and after each average, where workers measured it. */
    static Optional<Chart> average(List<RoundLog> rounds) {
        List<RoundLog> measured = rounds.stream()
                .filter(round -> round.validation() != null
                        && round.validation().before().isPresent())
                .toList();
        return chart(
                "chart-average",
                "VAL loss (bits a step)",
                measured,
                List.of(
                        line("workers, before", "--c1", 1, measured, round -> round.validation()
                                .before()),
                        line(
                                "after the average",
                                "--model",
                                0,
                                measured,
                                round -> OptionalDouble.of(round.validation().after()))));
    }

    /** How far workers went the same way. */
    static Optional<Chart> agreement(List<RoundLog> rounds) {
        List<RoundLog> told =
                rounds.stream().filter(round -> round.agreement() != null).toList();
        return chart(
                "chart-agreement",
                "Cosine, dispersion",
                told,
                List.of(
                        line("cosine", "--c2", 0, told, round -> of(round.agreement(), Agreement::cosine)),
                        line("dispersion", "--c3", 1, told, round -> of(round.agreement(), Agreement::dispersion))));
    }

    private static OptionalDouble of(Agreement agreement, Function<Agreement, Double> part) {
        return OptionalDouble.of(part.apply(agreement));
    }

    private static Optional<Chart> chart(String id, String label, List<RoundLog> rounds, List<Chart.Line> lines) {
        return rounds.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(
                        id,
                        "Round",
                        label,
                        true,
                        List.of(),
                        2,
                        rounds.stream().map(round -> round.round() + 1.0).toList(),
                        lines));
    }

    private static Chart.Line line(
            String label, String color, int dash, List<RoundLog> rounds, Function<RoundLog, OptionalDouble> value) {
        List<Double> values = new ArrayList<>(); // holds nulls: not finite
        rounds.forEach(round -> values.add(value.apply(round).stream()
                .filter(Double::isFinite)
                .boxed()
                .findFirst()
                .orElse(null)));
        return new Chart.Line(label, color, dash, rounds.size() <= FEW, true, List.of(), values, List.of(), List.of());
    }
}
