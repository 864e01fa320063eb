package io.cradle.ingest.lerobot;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.take.EncodedPicture;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Pictures of an episode that lie in the rows of its data, each encoded as PNG or JPEG.
 *
 * @param name of the column
 * @param file of data
 * @param first number of the episode's first row in the file
 * @param rows of the episode
 */
record RowFilm(String name, Path file, long first, long rows) implements Film {
    private static final int NANOSECONDS = 1_000_000_000;

    @Override
    public FilmReader open(Colours colours) {
        ParquetRows data = ParquetRows.open(file);
        boolean opened = false;
        try {
            FilmReader reader = new Reader(data, data.read(List.of("timestamp", name), first), colours);
            opened = true;
            return reader;
        } finally {
            if (!opened) {
                data.close();
            }
        }
    }

    private final class Reader implements FilmReader {
        private final ParquetRows data;
        private final ParquetCursor cursor;
        private final Colours colours;

        Reader(ParquetRows data, ParquetCursor cursor, Colours colours) {
            this.data = data;
            this.cursor = cursor;
            this.colours = colours;
        }

        @Override
        public Optional<Picture> next() {
            boolean more = cursor.row() + 1 < first + rows && cursor.next();
            return more ? Optional.of(picture()) : Optional.empty();
        }

        private Picture picture() {
            try {
                if (cursor.isNull(1)) {
                    throw new IOException("it has none within the file");
                }
                return EncodedPicture.decode(cursor.bytes(1), Math.round(cursor.number(0) * NANOSECONDS), colours);
            } catch (IOException broken) {
                throw new CorruptDataException(
                        file.toString(),
                        "row %d, picture '%s': %s; save the dataset again with its pictures, leave the episode out, or do without any: ingest.frames.kind=NONE"
                                .formatted(cursor.row(), name, broken.getMessage()),
                        broken);
            }
        }

        @Override
        public void close() {
            data.close();
        }
    }
}
