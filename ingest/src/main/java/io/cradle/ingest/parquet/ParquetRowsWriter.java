package io.cradle.ingest.parquet;

import io.cradle.dataset.spec.Ordered;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Writes a local Parquet file row by row: snappy, checksums of pages, small row groups. It is whole once it is closed. */
public final class ParquetRowsWriter implements AutoCloseable {
    private static final long GROUP_BYTES = 16L << 20;

    private final Path path;
    private final ParquetWriter<List<Cell>> writer;

    /**
     * Begins a file.
     *
     * @param path where there is none
     * @param metadata texts for the footer
     */
    public ParquetRowsWriter(Path path, List<NewColumn> columns, Map<String, String> metadata) {
        this.path = path;
        try {
            this.writer = new Builder(new NewFile(path), new Rows(columns, metadata))
                    .withConf(new Configuration(false))
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withRowGroupSize(GROUP_BYTES)
                    .withDictionaryEncoding(false)
                    .withPageWriteChecksumEnabled(true)
                    .build();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /**
     * Adds a row.
     *
     * @param cells one a column, of the column's kind
     */
    public void add(List<Cell> cells) {
        try {
            writer.write(cells);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /** Bytes so far, those that are still in memory among them. */
    public long bytes() {
        return writer.getDataSize();
    }

    @Override
    public void close() {
        try {
            writer.close();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private UncheckedIOException failure(IOException failed) {
        return new UncheckedIOException(
                "Cannot write '%s': %s; choose a place that can be written".formatted(path, failed), failed);
    }

    private static final class Builder extends ParquetWriter.Builder<List<Cell>, Builder> {
        private final Rows rows;

        Builder(OutputFile file, Rows rows) {
            super(file);
            this.rows = rows;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<List<Cell>> getWriteSupport(Configuration ignored) {
            return rows;
        }
    }

    private static final class Rows extends WriteSupport<List<Cell>> {
        private final List<NewColumn> columns;
        private final Map<String, String> metadata;
        private RecordConsumer out;

        Rows(List<NewColumn> columns, Map<String, String> metadata) {
            this.columns = List.copyOf(columns);
            this.metadata = Ordered.copyOf(metadata);
        }

        @Override
        public WriteContext init(Configuration ignored) {
            return new WriteContext(
                    new MessageType(
                            "schema", columns.stream().map(NewColumn::type).toList()),
                    metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(List<Cell> cells) {
            out.startMessage();
            for (int i = 0; i < columns.size(); i++) {
                String name = columns.get(i).name();
                out.startField(name, i);
                cells.get(i).write(out);
                out.endField(name, i);
            }
            out.endMessage();
        }
    }
}
