package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the mapped columns of one open file. */
final class ParquetLog {
    static final int MOST_ROWS = 5_000_000;
    private static final int CLOCK = 0;

    private final ParquetRows file;
    private final CsvMapping mapping;
    private final Findings findings;
    private final List<LogTrack> tracks = new ArrayList<>();

    ParquetLog(ParquetRows file, CsvMapping mapping, Findings findings) {
        this.file = file;
        this.mapping = mapping;
        this.findings = findings;
        int first = CLOCK + 1;
        for (var tensor : mapping.tensors().entrySet()) {
            tracks.add(new LogTrack(tensor.getKey(), tensor.getValue(), first));
            first += tensor.getValue().size();
        }
    }

    /** Checks that a file has every mapped column, and that each holds numbers. */
    static void check(ParquetRows file, CsvMapping mapping) {
        names(mapping).forEach(name -> requireNumber(file, file.column(name)));
        LogClock.of(file.path(), file.column(mapping.time().column()), mapping.time());
    }

    private static List<String> names(CsvMapping mapping) {
        return Stream.concat(
                        Stream.of(mapping.time().column()),
                        mapping.columns().stream().map(CsvColumn::column))
                .toList();
    }

    private static void requireNumber(ParquetRows file, ParquetColumn column) {
        if (!column.kind().isNumber()) {
            throw new CorruptDataException(
                    file.path().toString(),
                    "column '%s' holds no numbers but '%s'; name another in 'ingest.csv', or write it as numbers"
                            .formatted(column.name(), column.stored()));
        }
    }

    /** The streams of the file; empty if it is refused, which is told. */
    List<Track> read() {
        check(file, mapping);
        try {
            readRows();
            tracks.forEach(track -> track.lacks()
                    .ifPresent(lacks -> findings.add(Finding.noticed(path(), "", "values missing", lacks))));
            List<Track> whole = tracks.stream()
                    .map(LogTrack::build)
                    .flatMap(Optional::stream)
                    .toList();
            if (whole.isEmpty()) {
                findings.add(Finding.refused(path(), "", "no row", "it has no row with values; log it again"));
            }
            return whole;
        } catch (Refused refused) {
            findings.add(Finding.refused(path(), "row " + refused.row, refused.reason, refused.getMessage()));
            return List.of();
        }
    }

    private void readRows() {
        if (file.rows() > MOST_ROWS) {
            throw new Refused(
                    MOST_ROWS, "too many rows", "it has %d rows; cut it into several files".formatted(file.rows()));
        }
        ParquetCursor rows = file.read(names(mapping));
        LogClock clock = LogClock.of(file.path(), file.column(mapping.time().column()), mapping.time());
        long before = Long.MIN_VALUE;
        while (rows.next()) {
            before = later(before, clock, rows, CLOCK);
            for (LogTrack track : tracks) {
                track.add(before, rows);
            }
        }
    }

    /**
     * The stamp of the current row in ns.
     *
     * @param before the one of the row before
     * @throws Refused if it is none, or not after that
     */
    static long later(long before, LogClock clock, ParquetCursor rows, int column) {
        long time = clock.time(rows, column);
        if (time <= before) {
            throw new Refused(
                    rows.row(),
                    "time runs backwards",
                    "time %s is not after that of the row before; sort the rows and remove repeated ones"
                            .formatted(rows.number(column)));
        }
        return time;
    }

    private String path() {
        return file.path().toString();
    }

    /** The file is left out. */
    static final class Refused extends RuntimeException {
        private final long row;
        private final String reason;

        Refused(long row, String reason, String detail) {
            super(detail);
            this.row = row;
            this.reason = reason;
        }
    }
}
