package io.cradle.ingest.parquet;

import io.cradle.dataset.episode.CorruptDataException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;

/** What a file's ends and footer must be like before anything is read by them. */
final class Footer {
    private static final String MAGIC = "PAR1";
    private static final String ENCRYPTED = "PARE";
    private static final int ENDS = 12;

    private Footer() {}

    /** Checks that a file starts and ends as Parquet does, and that its footer lies within. */
    static void check(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            throw new CorruptDataException(path.toString(), "there is no such file; check the path");
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.length() == 0) {
                throw new CorruptDataException(path.toString(), "it is empty; copy or write it again");
            }
            String start = text(file, 0);
            if (!MAGIC.startsWith(start) && !start.equals(ENCRYPTED)) {
                throw new CorruptDataException(
                        path.toString(), "it does not start as a Parquet file does; give files of Parquet alone");
            }
            checkEnd(path, file);
        }
    }

    private static void checkEnd(Path path, RandomAccessFile file) throws IOException {
        String end = file.length() < ENDS ? "" : text(file, file.length() - MAGIC.length());
        if (end.equals(ENCRYPTED)) {
            throw new CorruptDataException(path.toString(), "its footer is encrypted; write it in the clear");
        }
        if (!end.equals(MAGIC)) {
            throw new CorruptDataException(
                    path.toString(),
                    "it ends after %d bytes without a footer: its writer was never closed, or it was cut short; copy it again, or record it again and close the writer (LeRobot: dataset.finalize())"
                            .formatted(file.length()));
        }
        file.seek(file.length() - 2L * MAGIC.length());
        long footer = Integer.toUnsignedLong(Integer.reverseBytes(file.readInt()));
        if (footer > file.length() - ENDS) {
            throw new CorruptDataException(
                    path.toString(),
                    "its footer claims %d bytes of %d in all; the file was damaged: copy or write it again"
                            .formatted(footer, file.length()));
        }
    }

    /** The four letters at a position; fewer if the file ends there. */
    private static String text(RandomAccessFile file, long position) throws IOException {
        byte[] letters = new byte[(int) Math.min(MAGIC.length(), file.length() - position)];
        file.seek(position);
        file.readFully(letters);
        return new String(letters, StandardCharsets.US_ASCII);
    }

    /** Checks that what the footer refers to lies within the file. */
    static void checkGroups(Path path, List<BlockMetaData> groups) throws IOException {
        long length = Files.size(path);
        for (BlockMetaData group : groups) {
            if (group.getRowCount() < 0) {
                throw new IOException("a row group claims %d rows".formatted(group.getRowCount()));
            }
            for (ColumnChunkMetaData chunk : group.getColumns()) {
                long start = chunk.getStartingPos();
                if (start < 0 || chunk.getTotalSize() < 0 || chunk.getTotalSize() > length - start) {
                    throw new IOException("column '%s' refers to %d bytes at %d of %d in all"
                            .formatted(chunk.getPath().toDotString(), chunk.getTotalSize(), start, length));
                }
            }
        }
    }
}
