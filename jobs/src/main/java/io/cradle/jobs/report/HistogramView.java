package io.cradle.jobs.report;

import io.cradle.dataset.curation.Histogram;
import io.cradle.dataset.score.Score;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A {@link Histogram} as the template draws it: paths in a box of 320 by 96, x to the right and y down. */
record HistogramView(String name, String meaning, String low, String high, String top, String before, String after) {
    private static final double WIDTH = 320;
    private static final double HEIGHT = 96;

    static HistogramView of(Score score, Histogram histogram) {
        double top = Math.max(Collections.max(histogram.before()), Collections.max(histogram.after()));
        return new HistogramView(
                score.toString(),
                score.meaning(),
                Numbers.plain(rounded(histogram.low())),
                Numbers.plain(rounded(histogram.high())),
                Numbers.share(top),
                steps(histogram.before(), top),
                steps(histogram.after(), top));
    }

    private static double rounded(double edge) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3g", edge));
    }

    /** A staircase from the lower left corner to the lower right one. */
    private static String steps(List<Double> shares, double top) {
        double width = WIDTH / shares.size();
        return IntStream.range(0, shares.size())
                .mapToObj(bin -> String.format(
                        Locale.ROOT, "V%.1fH%.1f", HEIGHT * (1 - shares.get(bin) / top), width * (bin + 1)))
                .collect(Collectors.joining("", "M0 %.0f".formatted(HEIGHT), "V%.0fZ".formatted(HEIGHT)));
    }
}
