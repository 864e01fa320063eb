package io.cradle.dataset.table;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A data file that is open: some columns of it, by row. Checks the checksum of every page that it reads. */
final class SegmentFile implements AutoCloseable {
    private final String name;
    private final ParquetFileReader reader;
    private final MessageType columns;
    private final MessageColumnIO io;

    private SegmentFile(String name, ParquetFileReader reader, MessageType columns) {
        this.name = name;
        this.reader = reader;
        this.columns = columns;
        io = new ColumnIOFactory(reader.getFileMetaData().getCreatedBy())
                .getColumnIO(columns, reader.getFileMetaData().getSchema());
        reader.setRequestedSchema(columns);
    }

    /**
     * Rows that were read together.
     *
     * @param first number of the first row in the file
     * @param values each row's values, in the order of the columns asked for; see {@link RowValues}
     */
    record Rows(long first, List<Object[]> values) {}

    /**
     * Opens a file.
     *
     * @param file absolute path or URI
     * @param columns names of the columns that are read
     * @throws CorruptDataException if it is missing, none of Parquet, cut short, or lacks a column
     */
    static SegmentFile open(Configuration hadoop, String file, List<String> columns) {
        Path path = new Path(file);
        return reading(file, () -> {
            ParquetReadOptions options = HadoopReadOptions.builder(hadoop, path)
                    .usePageChecksumVerification(true)
                    .build();
            ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromPath(path, hadoop), options);
            return new SegmentFile(file, reader, project(file, reader, columns));
        });
    }

    private static MessageType project(String file, ParquetFileReader reader, List<String> columns) {
        MessageType all = reader.getFileMetaData().getSchema();
        List<Type> types = new ArrayList<>();
        for (String column : columns) {
            if (!all.containsField(column)) {
                throw new CorruptDataException(
                        file, "it has no column '%s'; give files that belong to one table".formatted(column));
            }
            types.add(all.getType(column));
        }
        return new MessageType(all.getName(), types);
    }

    /** Bytes of every column of the file, those that aren't read too, as they lie on disk. */
    Map<String, Long> columnBytes() {
        Map<String, Long> bytes = new HashMap<>();
        for (BlockMetaData group : reader.getRowGroups()) {
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                bytes.merge(chunk.getPath().toArray()[0], chunk.getTotalSize(), Long::sum);
            }
        }
        return bytes;
    }

    /** All rows, group by group. */
    List<Object[]> all() {
        return reading(name, () -> {
            List<Object[]> rows = new ArrayList<>();
            for (int group = 0; group < reader.getRowGroups().size(); group++) {
                rows.addAll(values(reader.readRowGroup(group)));
            }
            return rows;
        });
    }

    /**
     * A row with its neighbours: as many as one page of the widest column holds, since a page is the least that can be
     * read.
     *
     * @param row number of the row in the file
     * @throws CorruptDataException if there is no such row, or what is read is damaged
     */
    Rows around(long row) {
        return reading(name, () -> {
            long first = 0;
            for (int group = 0; group < reader.getRowGroups().size(); group++) {
                long count = reader.getRowGroups().get(group).getRowCount();
                if (row < first + count) {
                    return around(group, first, row - first);
                }
                first += count;
            }
            throw new CorruptDataException(
                    name, "it has %d rows and no row %d; list the table's segments anew".formatted(first, row));
        });
    }

    private Rows around(int group, long first, long row) throws IOException {
        BlockMetaData block = reader.getRowGroups().get(group);
        OffsetIndex pages = reader.readOffsetIndex(widest(block));
        if (pages == null) {
            return new Rows(first, values(reader.readRowGroup(group)));
        }
        int page = pageOf(pages, row);
        PrimitiveIterator.OfInt only = IntStream.of(page).iterator();
        RowRanges ranges = RowRanges.create(block.getRowCount(), only, pages);
        return new Rows(first + pages.getFirstRowIndex(page), values(reader.readFilteredRowGroup(group, ranges)));
    }

    private ColumnChunkMetaData widest(BlockMetaData block) {
        ColumnChunkMetaData widest = null;
        for (ColumnChunkMetaData chunk : block.getColumns()) {
            boolean asked = columns.containsField(chunk.getPath().toArray()[0]);
            if (asked && (widest == null || chunk.getTotalUncompressedSize() > widest.getTotalUncompressedSize())) {
                widest = chunk;
            }
        }
        return widest;
    }

    private static int pageOf(OffsetIndex pages, long row) {
        int page = 0;
        while (page + 1 < pages.getPageCount() && pages.getFirstRowIndex(page + 1) <= row) {
            page++;
        }
        return page;
    }

    private List<Object[]> values(PageReadStore pages) {
        RecordReader<Object[]> records = io.getRecordReader(pages, new RowValues(columns), FilterCompat.NOOP);
        List<Object[]> rows = new ArrayList<>();
        for (long i = 0; i < pages.getRowCount(); i++) {
            rows.add(records.read());
        }
        return rows;
    }

    @Override
    public void close() {
        reading(name, () -> {
            reader.close();
            return name;
        });
    }

    /** Parquet answers damage with whatever its decoders trip over; all of it comes out as one exception. */
    private static <T> T reading(String file, Read<T> read) {
        try {
            return read.read();
        } catch (CorruptDataException known) {
            throw known;
        } catch (FileNotFoundException missing) {
            throw new CorruptDataException(
                    file, "it is gone; the table was vacuumed since its files were listed, list them anew", missing);
        } catch (IOException | RuntimeException damaged) {
            throw new CorruptDataException(
                    file,
                    "it is damaged or cut short (%s); restore it or build the table anew"
                            .formatted(damaged.getMessage()),
                    damaged);
        }
    }

    /** Something read from a file. */
    private interface Read<T> {
        T read() throws IOException;
    }
}
