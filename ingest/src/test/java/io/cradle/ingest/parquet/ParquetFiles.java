package io.cradle.ingest.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroupFactory;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes small files of Parquet for tests, by Parquet's own writer. */
public final class ParquetFiles {
    static final String LOG = "message log { required double t; optional double angle; required int64 index;"
            + " required boolean done; optional binary task (STRING); required float effort; }";

    private ParquetFiles() {}

    /**
     * Writes a file.
     *
     * @param fill fills row k of so many
     */
    public static Path write(Path file, String schema, int rows, BiConsumer<Group, Integer> fill) {
        return write(file, schema, rows, CompressionCodecName.SNAPPY, 1 << 20, fill);
    }

    /** As {@link #write(Path, String, int, BiConsumer)}, with row groups of about so many bytes. */
    static Path write(
            Path file,
            String schema,
            int rows,
            CompressionCodecName codec,
            long groupBytes,
            BiConsumer<Group, Integer> fill) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        SimpleGroupFactory groups = new SimpleGroupFactory(type);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(type)
                .withConf(new Configuration())
                .withCompressionCodec(codec)
                .withRowGroupSize(groupBytes)
                .withPageWriteChecksumEnabled(true)
                .build()) {
            for (int row = 0; row < rows; row++) {
                Group group = groups.newGroup();
                fill.accept(group, row);
                writer.write(group);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return file;
    }

    /** A log in the schema {@link #LOG}; no angle in each fifth row, no task in each third. */
    static Path log(Path file, int rows) {
        return write(file, LOG, rows, CompressionCodecName.SNAPPY, 100_000, ParquetFiles::row);
    }

    static void row(Group group, int row) {
        group.add("t", row * 0.01);
        if (row % 5 != 4) {
            group.add("angle", Math.sin(row));
        }
        group.add("index", (1L << 60) + row);
        group.add("done", row % 2 == 1);
        if (row % 3 != 2) {
            group.add("task", "pick " + row % 7);
        }
        group.add("effort", row * 0.5f);
    }
}
