package io.cradle.ingest.csv;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.episode.Provenance;
import io.cradle.dataset.episode.Provenance.SplitBy;
import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import io.cradle.dataset.spec.Encoding;
import io.cradle.dataset.spec.Layout;
import io.cradle.dataset.spec.Tensor;
import io.cradle.dataset.spec.TensorSpec;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The episodes of one log that has been read.
 *
 * @param mapping how it was read
 * @param world name of the robot
 * @param digest SHA-256 of the file, the identity of the recording
 * @param declared the split that the file's directory declares
 */
record CsvEpisodes(CsvMapping mapping, String world, String digest, Optional<Split> declared) {
    /** Kind of origin. */
    static final String SOURCE = "csv";

    private static final String VERSION = "cradle-csv 1";

    /** Cuts a log into episodes, in order of time; the last one may be shorter. */
    Stream<Episode> cut(CsvLog log) {
        int steps = mapping.episodeSteps() == 0 ? log.rows() : Math.min(mapping.episodeSteps(), log.rows());
        int pieces = (log.rows() - 1) / steps + 1;
        return IntStream.range(0, pieces)
                .mapToObj(piece -> episode(log, piece * steps, Math.min(log.rows() - piece * steps, steps), piece));
    }

    private Episode episode(CsvLog log, int from, int steps, int index) {
        String id = Episode.idOf(
                SOURCE,
                digest,
                Digests.sha256(mapping.toString()),
                Integer.toString(index),
                declared.map(Split::name).orElse(""));
        Rows rows = new Rows(log, from, from + steps);
        List<Tensor> tensors = mapping.layout().tensors().stream()
                .map(spec -> tensor(spec, rows))
                .toList();
        return new Episode(id, tensors, provenance(index));
    }

    private Tensor tensor(TensorSpec spec, Rows rows) {
        if (spec.name().equals(Layout.TIME)) {
            return Tensor.ofLongs(spec, rows.times());
        }
        List<String> columns = mapping.columns().stream().map(CsvColumn::column).toList();
        int first = columns.indexOf(spec.channels().get(0).name());
        return spec.encoding() == Encoding.BITS
                ? Tensor.ofBits(spec, rows.measured(spec.elements()))
                : Tensor.ofFloats(spec, rows.values(first, spec.elements()));
    }

    private Provenance provenance(int index) {
        return new Provenance(
                SOURCE,
                world,
                digest,
                "unknown",
                index,
                generator(),
                digest,
                declared.orElseGet(() -> Split.of(digest)),
                declared.isPresent() ? SplitBy.SOURCE : SplitBy.HASH);
    }

    /** What was done to the rows, in words. */
    String generator() {
        Resampling resampling = mapping.resample();
        if (resampling.keeps()) {
            return VERSION + ", rows and stamps as logged";
        }
        String columns = mapping.columns().stream()
                .map(column ->
                        column.column() + " " + column.interpolation().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return "%s, resampled at %s Hz (%s), gaps %s"
                .formatted(
                        VERSION,
                        resampling.rate(),
                        columns,
                        resampling.longestGap() == 0
                                ? "bridged"
                                : "over %s s marked as not measured".formatted(resampling.longestGap()));
    }

    /**
     * Some rows of a log.
     *
     * @param from first row
     * @param to row after the last
     */
    private record Rows(CsvLog log, int from, int to) {
        long[] times() {
            return IntStream.range(from, to).mapToLong(log::time).toArray();
        }

        float[] values(int firstColumn, int columns) {
            float[] values = new float[(to - from) * columns];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) log.value(from + i / columns, firstColumn + i % columns);
            }
            return values;
        }

        boolean[] measured(int columns) {
            boolean[] measured = new boolean[(to - from) * columns];
            for (int i = 0; i < measured.length; i++) {
                measured[i] = log.measured(from + i / columns, i % columns);
            }
            return measured;
        }
    }
}
