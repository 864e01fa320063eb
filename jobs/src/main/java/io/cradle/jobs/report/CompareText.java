package io.cradle.jobs.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many trainings as lines of text. */
public final class CompareText {
    private CompareText() {}

    /** A table that a terminal can show, least loss on VAL first. */
    public static String of(List<TrainingRun> runs) {
        RunTable table = RunTable.of(RunTable.sorted(runs));
        List<List<String>> lines = new ArrayList<>();
        lines.add(cells("run", table.settings(), RunTable.FIGURES));
        table.rows().forEach(row -> lines.add(cells(row.name(), row.settings(), row.figures())));
        int words = 1 + table.settings().size();
        List<Integer> widths = IntStream.range(0, lines.get(0).size())
                .mapToObj(column -> width(lines, column))
                .toList();
        return lines.stream().map(line -> line(line, widths, words)).collect(Collectors.joining("\n"));
    }

    private static List<String> cells(String name, List<String> settings, List<String> figures) {
        return Stream.of(List.of(name), settings, figures)
                .flatMap(List::stream)
                .map(cell -> Numbers.ascii(cell).replace('\u2013', '-'))
                .toList();
    }

    private static int width(List<List<String>> lines, int column) {
        return lines.stream().mapToInt(line -> line.get(column).length()).max().orElse(0);
    }

    /** Words to the left, numbers to the right. */
    private static String line(List<String> cells, List<Integer> widths, int words) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        i -> ("%" + (i < words ? "-" : "") + Math.max(1, widths.get(i)) + "s").formatted(cells.get(i)))
                .collect(Collectors.joining("  "))
                .stripTrailing();
    }
}
