package io.cradle.jobs;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.statistics.ChannelSummary;
import io.cradle.dataset.statistics.Figures;
import io.cradle.dataset.statistics.StatisticsReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code cradle statistics} says.
 *
 * @param table {@code path@version} that was read
 * @param selection {@code path@version} that was applied; {@code all} if none was
 * @param split whose episodes count
 * @param report what they are like
 */
record StatisticsFacts(
        String table,
        String selection,
        Split split,
        @JsonUnwrapped StatisticsReport report) {
    private static final List<String> QUANTILES = List.of("q05", Figures.MEDIAN, "q95");

    /** For people: a line a channel. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add("table         %s, selection %s".formatted(table, selection));
        lines.add("%-14s%d episodes, %d steps; numbers as they are stored"
                .formatted(split, report.episodes(), report.steps()));
        lines.add(String.format(
                Locale.ROOT, "quantiles     true rank within %.4f in 99 of 100 cases", report.rankError()));
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("channel, unit", "count", "lacking", "mean", "std", "min", "q05", "q50", "q95", "max"));
        report.tensors()
                .forEach(tensor -> tensor.channels().forEach(channel -> rows.add(row(tensor.tensor(), channel))));
        int widest = rows.stream().mapToInt(row -> row.get(0).length()).max().orElseThrow();
        rows.forEach(row -> lines.add(aligned(row, widest)));
        return String.join("\n", lines);
    }

    private static List<String> row(String tensor, ChannelSummary channel) {
        String name = "%s.%s, %s".formatted(tensor, channel.name(), channel.unit());
        Stream<String> counts = Stream.of(name, channel.count(), channel.missing() + channel.nonFinite())
                .map(Object::toString);
        return Stream.concat(counts, channel.figures().stream().flatMap(StatisticsFacts::numbers))
                .toList();
    }

    private static Stream<String> numbers(Figures known) {
        Stream<Double> low = Stream.of(known.mean(), known.std(), known.min());
        Stream<Double> ranks = QUANTILES.stream().map(name -> known.quantiles().get(name));
        return Stream.of(low, ranks, Stream.of(known.max()))
                .flatMap(each -> each)
                .map(value -> String.format(Locale.ROOT, "%.5g", value));
    }

    private static String aligned(List<String> cells, int widest) {
        String name = cells.get(0) + " ".repeat(widest - cells.get(0).length());
        return name + cells.stream().skip(1).map("%12s"::formatted).collect(Collectors.joining());
    }
}
