package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.Metric;
import io.cradle.training.evaluation.ModelResult;
import io.cradle.training.model.CopyLast;
import io.cradle.training.model.Likelihood;
import io.cradle.training.model.Marginal;
import io.cradle.training.spark.RoundLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The charts of a report. */
final class Curves {
    /** Of those that are neither the judged model nor one of the two dumbest. */
    private static final List<String> OTHERS = List.of("--c2", "--c3", "--c4", "--c5", "--c6", "--c7");

    private Curves() {}

    /** Name of the CSS variable for a model of a report; the judged one is the first. */
    static String color(EvaluationReport report, String model) {
        if (model.equals(CopyLast.NAME)) {
            return "--copy";
        }
        if (model.equals(Marginal.NAME)) {
            return "--marginal";
        }
        List<String> others = report.models().stream()
                .map(ModelResult::model)
                .filter(name -> !List.of(CopyLast.NAME, Marginal.NAME).contains(name))
                .toList();
        int place = others.indexOf(model);
        return place == 0 ? "--model" : OTHERS.get((place - 1) % OTHERS.size());
    }

    static Chart horizon(EvaluationReport report) {
        return report.framed() ? overlap(report) : felt(report, Metric.PROPRIO);
    }

    /** Open-loop error of those models that say something of it. */
    private static Chart felt(EvaluationReport report, Metric metric) {
        List<ModelResult> models = report.models().stream()
                .filter(model -> model.curves().containsKey(metric))
                .toList();
        return new Chart(
                "chart-horizon",
                "Horizon (steps)",
                "Error of proprio (%s)".formatted(metric.unit()),
                true,
                List.of(),
                2,
                IntStream.rangeClosed(1, report.config().horizon())
                        .mapToObj(h -> (double) h)
                        .toList(),
                IntStream.range(0, models.size())
                        .mapToObj(i -> line(
                                models.get(i), i, report, models.get(i).curves().get(metric)))
                        .toList());
    }

    private static Chart overlap(EvaluationReport report) {
        int horizon = report.models().get(0).iou().size();
        return new Chart(
                "chart-horizon",
                "Horizon (steps)",
                "IoU",
                true,
                List.of(0.0, 1.0),
                2,
                IntStream.rangeClosed(1, horizon).mapToObj(h -> (double) h).toList(),
                IntStream.range(0, report.models().size())
                        .mapToObj(i -> line(
                                report.models().get(i),
                                i,
                                report,
                                report.models().get(i).iou()))
                        .toList());
    }

    private static Chart.Line line(ModelResult result, int place, EvaluationReport report, List<Interval> curve) {
        return new Chart.Line(
                result.model(),
                color(report, result.model()),
                place > 1 ? 1 : 0,
                false,
                false,
                List.of(),
                values(curve, Interval::mean),
                values(curve, Interval::low),
                values(curve, Interval::high));
    }

    private static List<Double> values(List<Interval> curve, ToDoubleFunction<Interval> end) {
        return curve.stream().map(end::applyAsDouble).toList();
    }

    static Chart loss(List<RoundLog> rounds, EvaluationReport report) {
        List<Chart.Line> lines = new ArrayList<>();
        List<Double> train = rounds.stream().map(RoundLog::loss).toList();
        lines.add(new Chart.Line("train", "--model", 0, few(rounds), false, List.of(), train, List.of(), List.of()));
        if (rounds.stream().anyMatch(round -> round.validation() != null)) {
            lines.add(
                    new Chart.Line("val", "--c2", 0, true, true, List.of(), validation(rounds), List.of(), List.of()));
        }
        if (!felt(report)) {
            lines.add(copyLast(rounds, report));
        }
        return new Chart(
                "chart-loss",
                "Round",
                "Loss (%s%s)"
                        .formatted(
                                felt(report) ? "bits a step, with proprio" : "bits/frame",
                                Bound.kind(report, report.model()) == Likelihood.UPPER ? ", at most" : ""),
                true,
                List.of(),
                2,
                rounds.stream().map(round -> round.round() + 1.0).toList(),
                lines);
    }

    /** Whether the loss counts what proprio costs, a density: no number of a frame stands beside that. */
    private static boolean felt(EvaluationReport report) {
        return report.result(report.model()).proprio().isPresent();
    }

    private static Chart.Line copyLast(List<RoundLog> rounds, EvaluationReport report) {
        double copy = report.result(CopyLast.NAME).bitsPerFrame().mean();
        return new Chart.Line(
                "copy-last (" + report.subject().split() + ")",
                "--copy",
                1,
                false,
                false,
                List.of(),
                Collections.nCopies(rounds.size(), copy),
                List.of(),
                List.of());
    }

    private static boolean few(List<RoundLog> rounds) {
        return rounds.size() <= 40;
    }

    private static List<Double> validation(List<RoundLog> rounds) {
        List<Double> values = new ArrayList<>(); // holds nulls: no point in that round
        for (RoundLog round : rounds) {
            values.add(round.validation() == null ? null : round.validation().after());
        }
        return values;
    }
}
