package io.cradle.ingest.parquet;

import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Track;
import java.util.List;
import java.util.Optional;

/** Collects the rows of one tensor, in SI. A row that lacks one of its values is left out, and counted. */
final class LogTrack {
    private final String name;
    private final List<CsvColumn> columns;
    private final int first;
    private final double[] factors;
    private final float[] row;
    private final Track.Builder track;
    private long missing;
    private String where = "";

    /**
     * Begins one.
     *
     * @param first the cursor's number of its first column
     */
    LogTrack(String name, List<CsvColumn> columns, int first) {
        this.name = name;
        this.columns = columns;
        this.first = first;
        this.factors =
                columns.stream().mapToDouble(column -> column.si().factor()).toArray();
        this.row = new float[columns.size()];
        this.track = begin(name, columns);
    }

    /** A stream of a tensor, without rows so far. */
    static Track.Builder begin(String tensor, List<CsvColumn> columns) {
        return Track.named(
                        tensor,
                        role(tensor),
                        columns.stream().map(CsvColumn::column).toList())
                .in(columns.stream().map(column -> column.si().symbol()).toList());
    }

    private static Role role(String tensor) {
        return switch (tensor) {
            case "proprio" -> Role.PROPRIO;
            case "action" -> Role.ACTION;
            default -> Role.OTHER;
        };
    }

    void add(long time, ParquetCursor rows) {
        for (int i = 0; i < row.length; i++) {
            if (rows.isNull(first + i)) {
                lack(rows.row(), i);
                return;
            }
            row[i] = (float) (factors[i] * rows.number(first + i));
        }
        track.add(time, row);
    }

    private void lack(long at, int column) {
        if (missing++ == 0) {
            where = "first row %d, column '%s'"
                    .formatted(at, columns.get(column).column());
        }
    }

    /** What was left out, in words. */
    Optional<String> lacks() {
        return missing == 0
                ? Optional.empty()
                : Optional.of("stream '%s' lacks a value in %d rows, which are left out of it (%s)"
                        .formatted(name, missing, where));
    }

    /** The stream, or empty if it has no whole row. */
    Optional<Track> build() {
        return track.steps() == 0 ? Optional.empty() : Optional.of(track.build());
    }
}
