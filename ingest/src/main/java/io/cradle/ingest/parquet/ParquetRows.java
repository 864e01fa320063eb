package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.csv.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;

/**
 * An open local Parquet file. Its rows are read by columns, as fast as Parquet's own decoders go; columns that are not asked
 * for are not read from disk. A row group's chosen columns are held in memory as they lie on disk, decoded in small pieces.
 * For one thread, and for one pass at a time:
 *
 * <pre>{@code
 * try (ParquetRows file = ParquetRows.open(path)) {
 *     ParquetCursor rows = file.read(List.of("timestamp", "observation.state"));
 *     while (rows.next()) {
 *         use(rows.number(0), rows.list(1));
 *     }
 * }
 * }</pre>
 */
public final class ParquetRows implements AutoCloseable {
    private final Path path;
    private final ParquetFileReader reader;
    private final List<ParquetColumn> columns;

    private ParquetRows(Path path, ParquetFileReader reader) {
        this.path = path;
        this.reader = reader;
        this.columns = reader.getFileMetaData().getSchema().getFields().stream()
                .map(ColumnShape::of)
                .toList();
    }

    /**
     * Opens a file and reads its footer.
     *
     * @throws CorruptDataException if it is missing, none of Parquet, was never closed, or is cut short
     */
    public static ParquetRows open(Path path) {
        return Damaged.naming(path, () -> "its footer", () -> {
            Footer.check(path);
            LocalFile file = new LocalFile(path);
            ParquetFileReader reader = new ParquetFileReader(file, options());
            try {
                Footer.checkGroups(path, reader.getRowGroups());
                return new ParquetRows(path, reader);
            } catch (RuntimeException | IOException refused) {
                reader.close();
                throw refused;
            }
        });
    }

    private static ParquetReadOptions options() {
        ParquetReadOptions plain = ParquetReadOptions.builder().build();
        return ParquetReadOptions.builder()
                .usePageChecksumVerification(true)
                .withCodecFactory(new BoundedCodecs(plain.getCodecFactory()))
                .build();
    }

    /** The file. */
    public Path path() {
        return path;
    }

    /** All columns in order of the schema, also those that can't be read. */
    public List<ParquetColumn> columns() {
        return columns;
    }

    /** Names of the columns of some kinds, in order of the schema. */
    public List<String> names(Predicate<ParquetColumn.Kind> wanted) {
        return columns.stream()
                .filter(column -> wanted.test(column.kind()))
                .map(ParquetColumn::name)
                .toList();
    }

    /** Rows in all. */
    public long rows() {
        return reader.getRowGroups().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    /**
     * Least and greatest number of a column, as the writer noted them in the footer.
     *
     * @return {@code [2]}, finite; empty where some row group has no such note, as of a column that holds NaN, or a row lacks a number
     */
    public Optional<double[]> range(String name) {
        return ColumnRange.of(reader.getRowGroups(), name);
    }

    /**
     * The column of this name.
     *
     * @throws CorruptDataException if there is none, with the nearest spelling
     */
    public ParquetColumn column(String name) {
        return columns.stream()
                .filter(column -> column.name().equals(name))
                .findFirst()
                .orElseThrow(() -> missing(name));
    }

    /**
     * Begins a pass over all rows, which ends the one before.
     *
     * @param names of the columns, each once; the cursor numbers them in this order
     * @throws CorruptDataException if the file lacks one, or it is of a kind that is not read
     */
    public ParquetCursor read(List<String> names) {
        return read(names, 0);
    }

    /**
     * As {@link #read(List)}, from a row on; groups of rows before it are not read from disk.
     *
     * @param from number of the row that the cursor goes on to first, from 0
     */
    public ParquetCursor read(List<String> names, long from) {
        if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("Invalid columns %s: name at least one, each once".formatted(names));
        }
        List<ParquetColumn> chosen = names.stream().map(this::readable).toList();
        MessageType schema = reader.getFileMetaData().getSchema();
        MessageType part = new MessageType(
                schema.getName(),
                names.stream().map(schema::getType).map(ColumnShape::read).toList());
        return Damaged.naming(path, () -> "its schema", () -> {
            reader.setRequestedSchema(part);
            ParquetCursor cursor = new ParquetCursor(new RowGroups(path, reader, part, chosen));
            cursor.skipTo(from);
            return cursor;
        });
    }

    private ParquetColumn readable(String name) {
        ParquetColumn column = column(name);
        if (column.kind() == ParquetColumn.Kind.OTHER) {
            throw new CorruptDataException(
                    path.toString(),
                    "column '%s' is neither a number, a text, nor a list of them but '%s'; leave it out or write it flat"
                            .formatted(name, column.stored()));
        }
        return column;
    }

    private CorruptDataException missing(String name) {
        List<String> names = columns.stream().map(ParquetColumn::name).toList();
        return new CorruptDataException(
                path.toString(),
                "it has no column '%s': it has %s%s; mend the name"
                        .formatted(
                                name,
                                names,
                                Spelling.nearest(name, names)
                                        .map(", did you mean '%s'?"::formatted)
                                        .orElse("")));
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException broken) {
            throw new CorruptDataException(path.toString(), "it cannot be closed: " + broken.getMessage(), broken);
        }
    }
}
