package io.cradle.ingest.csv;

import io.cradle.dataset.spec.Channel;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Scaling;
import io.cradle.dataset.spec.TensorSpec;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Section {@code ingest.csv} of the configuration: how the columns of a log become tensors.
 *
 * @param delimiter what separates fields, one character
 * @param time the column of time stamps
 * @param tensors columns of each tensor, by its name ({@code proprio}, {@code action} …); none of a column twice. Without
 *     any, no CSV can be read
 * @param resample whether stamps are kept
 * @param episodeSteps steps after which a recording is cut into the next episode; 0 makes one episode of a file
 */
public record CsvMapping(
        String delimiter, CsvClock time, Map<String, List<CsvColumn>> tensors, Resampling resample, int episodeSteps)
        implements Serializable {
    /** Reads nothing. */
    public static final CsvMapping NONE =
            new CsvMapping(",", new CsvClock("", ClockUnit.S), Map.of(), Resampling.KEEP, 0);

    private static final double LATEST = Long.MAX_VALUE;

    public CsvMapping {
        tensors = copy(tensors);
        if (delimiter.length() != 1 || "\"\r\n".contains(delimiter)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.delimiter='%s': must be one character, such as ',' or ';'"
                            .formatted(delimiter));
        }
        if (episodeSteps < 0) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.episodeSteps=%d: must be 0 (whole files) or more".formatted(episodeSteps));
        }
        if (!tensors.isEmpty() && time.column().isBlank()) {
            throw new IllegalArgumentException("Invalid ingest.csv.time.column='': name the column of time stamps");
        }
        if (tensors.containsKey(Layout.TIME) || tensors.containsKey(Layout.VALID)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.tensors %s: 'time' and 'valid' are made by the reader; use other names"
                            .formatted(tensors.keySet()));
        }
        requireOnce(tensors);
    }

    /** Whether it maps nothing. */
    public boolean isEmpty() {
        return tensors.isEmpty();
    }

    /** All columns in the order of the layout. */
    public List<CsvColumn> columns() {
        return tensors.values().stream().flatMap(List::stream).toList();
    }

    /** The tensors in order of name, then time stamps if they are kept, then the mask: one bit a column. */
    Layout layout() {
        List<TensorSpec> specs = new ArrayList<>();
        tensors.forEach((name, columns) -> specs.add(vector(name, columns)));
        if (resample.keeps()) {
            specs.add(
                    new TensorSpec(Layout.TIME, Encoding.I64, List.of(), List.of(), Scaling.NONE, -LATEST, LATEST, 0));
        }
        specs.add(mask());
        return new Layout(specs);
    }

    private TensorSpec vector(String name, List<CsvColumn> columns) {
        return TensorSpec.vector(
                name,
                columns.stream().map(CsvColumn::channel).toList(),
                Scaling.NONE,
                columns.stream().mapToDouble(CsvColumn::low).min().orElseThrow(),
                columns.stream().mapToDouble(CsvColumn::high).max().orElseThrow(),
                resample.rate());
    }

    private TensorSpec mask() {
        List<Channel> channels = columns().stream()
                .map(column -> new Channel(column.column(), "1", 0, 1))
                .toList();
        return new TensorSpec(
                Layout.VALID, Encoding.BITS, List.of(channels.size()), channels, Scaling.NONE, 0, 1, resample.rate());
    }

    private static SortedMap<String, List<CsvColumn>> copy(Map<String, List<CsvColumn>> tensors) {
        SortedMap<String, List<CsvColumn>> copy = new TreeMap<>();
        tensors.forEach((name, columns) -> copy.put(name, List.copyOf(columns)));
        if (copy.values().stream().anyMatch(List::isEmpty)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.tensors %s: a tensor has no column".formatted(copy.keySet()));
        }
        return Collections.unmodifiableSortedMap(copy);
    }

    private static void requireOnce(Map<String, List<CsvColumn>> tensors) {
        List<String> names = tensors.values().stream()
                .flatMap(List::stream)
                .map(CsvColumn::column)
                .toList();
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException(
                    "Invalid ingest.csv.tensors: a column stands twice in %s".formatted(names));
        }
    }
}
