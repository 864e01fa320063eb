package io.cradle.ingest.parquet;

import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.take.Track;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Streams of a log without most of its rows: its least and greatest numbers, from the footer, at the pace of its first stamps. For looking at
 * numbers before they are read, which takes as long as reading them. All stamps are read, so that a log that will be refused for one widens no
 * range.
 */
final class LogOutline {
    private static final int FIRST_ROWS = 1_001;
    private static final int FEWEST_ROWS = 3;
    private static final int CLOCK = 0;

    private final ParquetRows file;
    private final CsvMapping mapping;

    LogOutline(ParquetRows file, CsvMapping mapping) {
        this.file = file;
        this.mapping = mapping;
    }

    /**
     * Empty where the footer does not tell, and all must be read.
     *
     * @throws ParquetLog.Refused if a row has no time, or not a later one
     */
    Optional<List<Track>> tracks() {
        if (file.rows() < FEWEST_ROWS || file.rows() > ParquetLog.MOST_ROWS) {
            return Optional.empty();
        }
        List<Track> tracks = new ArrayList<>();
        long[] stamps = stamps();
        for (Map.Entry<String, List<CsvColumn>> tensor : mapping.tensors().entrySet()) {
            Optional<Track> track = track(tensor.getKey(), tensor.getValue(), stamps);
            if (track.isEmpty()) {
                return Optional.empty();
            }
            tracks.add(track.get());
        }
        return Optional.of(tracks);
    }

    /** Three, a median of the first ones apart. */
    private long[] stamps() {
        String name = mapping.time().column();
        LogClock clock = LogClock.of(file.path(), file.column(name), mapping.time());
        ParquetCursor rows = file.read(List.of(name));
        long[] first = new long[(int) Math.min(FIRST_ROWS, file.rows())];
        long before = Long.MIN_VALUE;
        while (rows.next()) {
            before = ParquetLog.later(before, clock, rows, CLOCK);
            if (rows.row() < first.length) {
                first[(int) rows.row()] = before;
            }
        }
        long median = median(first);
        return new long[] {first[0], first[0] + median, first[0] + 2 * median};
    }

    private static long median(long[] stamps) {
        long[] apart = new long[stamps.length - 1];
        Arrays.setAll(apart, row -> stamps[row + 1] - stamps[row]);
        Arrays.sort(apart);
        return apart[apart.length / 2];
    }

    /** Its greatest numbers, its least, and its greatest again: whatever row is left out at an end, both are there. */
    private Optional<Track> track(String name, List<CsvColumn> columns, long[] stamps) {
        float[] least = new float[columns.size()];
        float[] greatest = new float[columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            Optional<double[]> range = file.range(columns.get(i).column());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            double factor = columns.get(i).si().factor();
            least[i] = (float) (factor * range.get()[0]);
            greatest[i] = (float) (factor * range.get()[1]);
        }
        Track.Builder track = LogTrack.begin(name, columns);
        return Optional.of(track.add(stamps[0], greatest)
                .add(stamps[1], least)
                .add(stamps[2], greatest)
                .build());
    }
}
