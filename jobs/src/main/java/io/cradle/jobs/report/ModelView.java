package io.cradle.jobs.report;

import io.cradle.training.evaluation.EvaluationReport;
import io.cradle.training.evaluation.Interval;
import io.cradle.training.evaluation.ModelResult;
import java.util.List;
import java.util.stream.IntStream;

/** A row of the table of models. */
record ModelView(
        String name,
        String color,
        boolean judged,
        boolean loses,
        Cell bits,
        String bitsPerPixel,
        Cell difference,
        List<Cell> iou) {
    private static final List<Integer> HORIZONS = List.of(1, 5, 10, 20);

    /** A mean and its interval. */
    record Cell(String mean, String range) {
        static Cell of(Interval interval) {
            return new Cell(Numbers.decimal(interval.mean(), 2), Numbers.range(interval, 2));
        }

        /** Bits of a model. */
        static Cell bits(ModelResult result) {
            return of(result.bitsPerFrame()).after(Bound.sign(result.likelihood()));
        }

        /** The same with a sign before it. */
        Cell after(String sign) {
            return new Cell(sign + mean, range);
        }

        static Cell signed(Interval interval) {
            return new Cell(Numbers.signed(interval.mean(), 2), Numbers.range(interval, 2));
        }
    }

    static List<ModelView> of(EvaluationReport report) {
        return IntStream.range(0, report.models().size())
                .mapToObj(i -> of(report, i))
                .toList();
    }

    private static ModelView of(EvaluationReport report, int i) {
        ModelResult result = report.models().get(i);
        return new ModelView(
                result.model(),
                Curves.color(report, result.model()),
                i == 0,
                result.losesToCopyLast(report.episodes()),
                Cell.bits(result),
                Bound.sign(result.likelihood()) + Numbers.decimal(result.bitsPerPixel(), 4),
                i == 0
                        ? new Cell("\u2013", "")
                        : Cell.signed(report.against(result.model()).bitsPerFrame())
                                .after(Bound.difference(report, result.model())),
                horizons(report).stream()
                        .map(h -> Cell.of(result.iou().get(h - 1)))
                        .toList());
    }

    /** The horizons that the table shows: 1, 5, 10 and 20 as far as they were measured. */
    static List<Integer> horizons(EvaluationReport report) {
        return horizons(report.models().get(0).iou().size());
    }

    /** The same of so many horizons. */
    static List<Integer> horizons(int most) {
        return HORIZONS.stream().filter(h -> h <= most).toList();
    }
}
