package io.cradle.ingest.parquet;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Measures rows a second of a sensor log: a stamp and eight columns of doubles, snappy, one thread. */
public final class ParquetRowsBenchmark {
    private static final int ROWS = 2_000_000;
    private static final int PASSES = 5;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private ParquetRowsBenchmark() {}

    /** Writes a log to a temporary file, and reads it some times. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createTempDirectory("parquet-rows");
        Path file = directory.resolve("log.parquet");
        List<String> columns = IntStream.range(0, 9).mapToObj(i -> "c" + i).toList();
        String schema = "message log { required double " + String.join("; optional double ", columns) + "; }";
        ParquetFiles.write(file, schema, ROWS, CompressionCodecName.SNAPPY, 128 << 20, (group, row) -> {
            for (int i = 0; i < columns.size(); i++) {
                group.add(i, Math.sin(row * 0.001 * (i + 1)));
            }
        });
        for (int pass = 0; pass < PASSES; pass++) {
            report(file, columns);
        }
    }

    private static void report(Path file, List<String> columns) {
        long start = System.nanoTime();
        long before = THREADS.getCurrentThreadCpuTime();
        double sum = 0;
        try (ParquetRows log = ParquetRows.open(file)) {
            ParquetCursor rows = log.read(columns);
            while (rows.next()) {
                for (int i = 0; i < columns.size(); i++) {
                    sum += rows.number(i);
                }
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        double busy = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
        System.out.printf(
                "%.2f M rows/s by the clock, %.2f M a second of CPU, sum %.3f%n",
                ROWS / seconds / 1e6, ROWS / busy / 1e6, sum);
    }
}
