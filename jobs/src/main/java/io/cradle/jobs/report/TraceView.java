package io.cradle.jobs.report;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a {@link Chart} as paths in a box of 320 by 96, without axes. */
record TraceView(String name, String channels, List<Path> paths) {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 96;
    private static final int MOST_POINTS = 400;

    /** A line; {@code color} is the name of a CSS variable. */
    record Path(String color, String label, String points) {}

    static TraceView of(Channels.Named named) {
        Chart chart = named.chart();
        double low = extreme(chart, -1);
        double high = extreme(chart, 1);
        return new TraceView(
                chart.yLabel(),
                chart.lines().stream().map(Chart.Line::label).collect(Collectors.joining(", ")),
                chart.lines().stream()
                        .map(line -> new Path(line.color(), line.label(), points(line.values(), low, high)))
                        .toList());
    }

    private static double extreme(Chart chart, int sign) {
        return sign
                * chart.lines().stream()
                        .flatMap(line -> line.values().stream())
                        .filter(Objects::nonNull)
                        .mapToDouble(value -> sign * value)
                        .max()
                        .orElse(0);
    }

    private static String points(List<Double> values, double low, double high) {
        double range = high > low ? high - low : 1;
        int every = Math.max(1, values.size() / MOST_POINTS);
        StringBuilder path = new StringBuilder();
        IntStream.iterate(0, t -> t < values.size(), t -> t + every).forEach(t -> {
            boolean starts = t == 0 || values.get(t - every) == null;
            if (values.get(t) != null) {
                double x = WIDTH * t / Math.max(1, values.size() - 1);
                double y = HEIGHT * (1 - (values.get(t) - low) / range);
                path.append(String.format(Locale.ROOT, "%s%.1f %.1f", starts ? "M" : "L", x, y));
            }
        });
        return path.toString();
    }
}
