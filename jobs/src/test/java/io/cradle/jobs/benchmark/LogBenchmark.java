package io.cradle.jobs.benchmark;

import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.assembly.TakeSource;
import io.cradle.ingest.csv.ClockUnit;
import io.cradle.ingest.csv.CsvClock;
import io.cradle.ingest.csv.CsvColumn;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.csv.CsvSource;
import io.cradle.ingest.csv.Resampling;
import io.cradle.ingest.parquet.Cell;
import io.cradle.ingest.parquet.NewColumn;
import io.cradle.ingest.parquet.ParquetLogFormat;
import io.cradle.ingest.parquet.ParquetRowsWriter;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.TakeFormat;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * How fast logs of sensors become episodes: rows a second, a stamp and eight numbers a row, as Parquet and as CSV; one
 * file a thread, as Spark's tasks read them. Usage: [ROWS [TURNS [THREADS]]], ROWS of each file.
 */
public final class LogBenchmark {
    private static final int NUMBERS = 8;
    private static final double RATE = 1000;

    private LogBenchmark() {}

    /** Prints Markdown. */
    public static void main(String[] arguments) throws IOException {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000_000;
        int turns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        int threads = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 1;
        Path directory = Files.createTempDirectory("logs");
        Path parquet = directory.resolve("log.parquet");
        Path csv = directory.resolve("log.csv");
        parquet(parquet, rows);
        csv(csv, rows);
        System.out.println("| %,d rows a file, %d at once | rows/s, median | least | greatest |\n|---|---|---|---|"
                .formatted(rows, threads));
        row("Parquet: numbers alone", rows, threads, turns, () -> survey(parquet));
        row("Parquet: to episodes", rows, threads, turns, () -> steps(columns(parquet)));
        row("CSV: to episodes", rows, threads, turns, () -> steps(texts(csv)));
        Files.delete(parquet);
        Files.delete(csv);
        Files.delete(directory);
    }

    private static void row(String what, int rows, int threads, int turns, LongSupplier work) {
        double[] rates = new double[turns];
        for (int turn = -1; turn < turns; turn++) { // the first one warms up
            long start = System.nanoTime();
            long done = IntStream.range(0, threads)
                    .parallel()
                    .mapToLong(i -> work.getAsLong())
                    .sum();
            if (done != (long) threads * rows) {
                throw new IllegalStateException("%d files of %d rows became %d".formatted(threads, rows, done));
            }
            if (turn >= 0) {
                rates[turn] = (double) threads * rows / ((System.nanoTime() - start) / 1e9);
            }
        }
        Arrays.sort(rates);
        System.out.printf(
                Locale.ROOT, "| %s | %,.0f | %,.0f | %,.0f |%n", what, rates[turns / 2], rates[0], rates[turns - 1]);
    }

    private static long survey(Path file) {
        TakeFormat format = ParquetLogFormat.of(file, mapping());
        long rows = format.takes(format.recordings().get(0), finding -> {})
                .mapToLong(take -> take.tracks().get(0).steps())
                .sum();
        return rows;
    }

    private static EpisodeSource columns(Path file) {
        TakeFormat format = ParquetLogFormat.of(file, mapping());
        TakeConfig config = TakeConfig.RECORDED;
        return TakeSource.of(
                format,
                config,
                TakeSource.survey(format, config, format.recordings().get(0), Findings.STRICT));
    }

    private static EpisodeSource texts(Path file) {
        return CsvSource.of(RecordingFiles.find(file, ".csv"), mapping(), "", SplitsConfig.NONE);
    }

    private static long steps(EpisodeSource source) {
        return source.read(source.recordings().get(0)).mapToLong(Episode::steps).sum();
    }

    private static CsvMapping mapping() {
        List<CsvColumn> columns = IntStream.range(0, NUMBERS)
                .mapToObj(i -> new CsvColumn("q" + i, "rad", -10, 10, Interpolation.LINEAR))
                .toList();
        return new CsvMapping(
                ",",
                new CsvClock("time", ClockUnit.S),
                Map.of("proprio", columns.subList(1, NUMBERS), "action", columns.subList(0, 1)),
                Resampling.KEEP,
                0);
    }

    private static double value(int row, int column) {
        return Math.sin(row * (column + 1) / 500.0);
    }

    private static void parquet(Path file, int rows) {
        List<NewColumn> columns = new ArrayList<>(List.of(new NewColumn("time", NewColumn.Kind.REAL)));
        IntStream.range(0, NUMBERS).forEach(i -> columns.add(new NewColumn("q" + i, NewColumn.Kind.REAL)));
        try (ParquetRowsWriter writer = new ParquetRowsWriter(file, columns, Map.of())) {
            for (int row = 0; row < rows; row++) {
                List<Cell> cells = new ArrayList<>(List.of(Cell.real(row / RATE)));
                for (int column = 0; column < NUMBERS; column++) {
                    cells.add(Cell.real(value(row, column)));
                }
                writer.add(cells);
            }
        }
    }

    private static void csv(Path file, int rows) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("time,q0,q1,q2,q3,q4,q5,q6,q7\n");
            for (int row = 0; row < rows; row++) {
                StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%.3f", row / RATE));
                for (int column = 0; column < NUMBERS; column++) {
                    line.append(',').append((float) value(row, column));
                }
                writer.write(line.append('\n').toString());
            }
        }
    }
}
