package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.apache.parquet.schema.MessageType;

/**
 * A Parquet file that is open: its footer, and its bytes by position. No more memory is taken for what a file declares
 * than the file is long, or than a page may have: Parquet's own reader takes what it is told to.
 */
final class PageFile implements AutoCloseable {
    /** Far beyond the 64 KiB and one row of at most 4 MiB that a page has here. */
    static final int MOST_PAGE_BYTES = 64 << 20;

    private static final int CODEC_BUFFER = 64 << 10;

    private final String name;
    private final long length;
    private final SeekableInputStream stream;
    private final ParquetMetadata footer;
    private final CompressionCodecFactory codecs;
    private final int mostPageBytes;

    private PageFile(
            String name,
            long length,
            SeekableInputStream stream,
            ParquetMetadata footer,
            CompressionCodecFactory codecs,
            int mostPageBytes) {
        this.name = name;
        this.length = length;
        this.stream = stream;
        this.footer = footer;
        this.codecs = codecs;
        this.mostPageBytes = mostPageBytes;
    }

    /**
     * Opens a file.
     *
     * @param name absolute path or URI
     * @param mostPageBytes of a page that is taken, decompressed
     */
    static PageFile open(Configuration hadoop, String name, int mostPageBytes) throws IOException {
        Path path = new Path(name);
        HadoopInputFile file = HadoopInputFile.fromPath(path, hadoop);
        SeekableInputStream stream = file.newStream();
        try {
            ParquetMetadata footer = ParquetFileReader.readFooter(
                    file, HadoopReadOptions.builder(hadoop, path).build(), stream);
            return new PageFile(
                    name, file.getLength(), stream, footer, new CodecFactory(hadoop, CODEC_BUFFER), mostPageBytes);
        } catch (IOException | RuntimeException damaged) {
            stream.close();
            throw damaged;
        }
    }

    String name() {
        return name;
    }

    MessageType schema() {
        return footer.getFileMetaData().getSchema();
    }

    String createdBy() {
        return footer.getFileMetaData().getCreatedBy();
    }

    List<BlockMetaData> groups() {
        return footer.getBlocks();
    }

    /** The pages of a column, which is known to be there, in a row group. */
    ColumnPages column(BlockMetaData group, ColumnDescriptor column) throws IOException {
        for (ColumnChunkMetaData chunk : group.getColumns()) {
            if (List.of(chunk.getPath().toArray()).equals(List.of(column.getPath()))) {
                return new ColumnPages(this, chunk, column, group.getRowCount());
            }
        }
        throw new IOException("a row group lacks column '%s'".formatted(column.getPath()[0]));
    }

    /** The part of its schema that some columns make; each is known to be there afterwards. */
    MessageType project(List<String> columns) {
        for (String column : columns) {
            if (!schema().containsField(column)) {
                throw new CorruptDataException(
                        name, "it has no column '%s'; give files that belong to one table".formatted(column));
            }
        }
        return new MessageType(
                schema().getName(), columns.stream().map(schema()::getType).toList());
    }

    /** Some bytes, if the file is that long. */
    byte[] read(long position, long bytes) throws IOException {
        if (position < 0 || bytes < 0 || bytes > length - position || bytes > Integer.MAX_VALUE) {
            throw new IOException("it refers to %d bytes at %d and has %d in all".formatted(bytes, position, length));
        }
        byte[] read = new byte[(int) bytes];
        stream.seek(position);
        stream.readFully(read);
        return read;
    }

    int mostPageBytes() {
        return mostPageBytes;
    }

    CompressionCodecFactory codecs() {
        return codecs;
    }

    @Override
    public void close() {
        Damage.naming(name, () -> {
            codecs.release();
            stream.close();
            return name;
        });
    }
}
