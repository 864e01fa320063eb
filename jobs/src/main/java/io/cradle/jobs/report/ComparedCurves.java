package io.cradle.jobs.report;

import io.cradle.jobs.report.TrainingRun.Moment;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Charts of many trainings; a training is told from others by colour, and then by dashes. */
final class ComparedCurves {
    /** Colours that there are. */
    private static final int COLORS = 8;
    /** Patterns that {@code charts.js} has. */
    private static final int DASHES = 7;

    /** Points and runs that are not too many for marks. */
    private static final int FEW = 40;

    private static final int FEW_RUNS = 12;
    private static final int MOST_POINTS = 300;
    private static final MathContext DIGITS = new MathContext(7);
    /** Of all points, how many the chart reaches up to at first: a steep beginning, or one run that diverged, would flatten the rest. */
    private static final double SHOWN = 0.9;

    private static final double MARGIN = 0.06;
    private static final int ENOUGH = 20;

    private ComparedCurves() {}

    static String color(int place) {
        return "--c" + place % COLORS;
    }

    static int dash(int place) {
        return place / COLORS % DASHES;
    }

    static Optional<Chart> validationByExamples(List<TrainingRun> runs) {
        return validation("chart-samples", "Examples that all workers fitted", Moment::examples, runs);
    }

    static Optional<Chart> validationBySeconds(List<TrainingRun> runs) {
        return validation("chart-seconds", "Seconds", Moment::seconds, runs);
    }

    static Optional<Chart> loss(List<TrainingRun> runs) {
        return chart(
                "chart-losses",
                "Examples that all workers fitted",
                "Training loss (bits a step)",
                runs.stream()
                        .map(run -> points(
                                run, Moment::examples, moment -> moment.log().loss(), moment -> true))
                        .toList(),
                runs);
    }

    private static Optional<Chart> validation(
            String id, String label, ToDoubleFunction<Moment> x, List<TrainingRun> runs) {
        return chart(
                id,
                label,
                "VAL loss (bits a step)",
                runs.stream()
                        .map(run -> points(
                                run,
                                x,
                                moment -> moment.log().validation().after(),
                                moment -> moment.log().validation() != null))
                        .toList(),
                runs);
    }

    private record Point(double x, double y) {}

    private static List<Point> points(
            TrainingRun run, ToDoubleFunction<Moment> x, ToDoubleFunction<Moment> y, Predicate<Moment> has) {
        return run.moments().stream()
                .filter(has)
                .map(moment -> new Point(x.applyAsDouble(moment), y.applyAsDouble(moment)))
                .filter(point -> Double.isFinite(point.y()))
                .toList();
    }

    private static Optional<Chart> chart(
            String id, String xLabel, String yLabel, List<List<Point>> points, List<TrainingRun> runs) {
        List<Chart.Line> lines = IntStream.range(0, runs.size())
                .filter(i -> !points.get(i).isEmpty())
                .mapToObj(i -> line(runs.get(i).name(), i, runs.size() <= FEW_RUNS, thinned(points.get(i))))
                .toList();
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new Chart(id, xLabel, yLabel, false, range(points), 2, List.of(), lines));
    }

    private static Chart.Line line(String name, int place, boolean few, List<Point> points) {
        return new Chart.Line(
                name,
                color(place),
                dash(place),
                points.size() == 1 || (few && points.size() <= FEW),
                true,
                points.stream().map(point -> rounded(point.x())).toList(),
                points.stream().map(point -> rounded(point.y())).toList(),
                List.of(),
                List.of());
    }

    /** Every so many-th, and the last. */
    private static List<Point> thinned(List<Point> points) {
        int every = (points.size() + MOST_POINTS - 1) / MOST_POINTS;
        int last = points.size() - 1;
        return IntStream.rangeClosed(0, last)
                .filter(i -> i % every == last % every)
                .mapToObj(points::get)
                .toList();
    }

    private static double rounded(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }

    /** Empty to fit the lines, where there are too few points to tell what is usual. */
    private static List<Double> range(List<List<Point>> points) {
        double[] values = points.stream()
                .flatMap(List::stream)
                .mapToDouble(Point::y)
                .sorted()
                .toArray();
        double low = values.length == 0 ? 0 : values[0];
        double high = values.length == 0 ? 0 : values[(int) (SHOWN * (values.length - 1))];
        double margin = MARGIN * (high - low);
        return values.length < ENOUGH || margin == 0
                ? List.of()
                : Stream.of(low - margin, high + margin)
                        .map(ComparedCurves::rounded)
                        .toList();
    }
}
