package io.cradle.ingest.hdf5;

import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Pixels;
import io.cradle.ingest.take.RowClock;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Pictures {@code [T, H, W, C]} of an array, each read when it is asked for.
 *
 * @param name as the source has it
 * @param file the file, which is opened again for each reader
 * @param array where in the file
 * @param first row of the first picture
 * @param count how many pictures
 * @param clock stamps of rows, counted from the first
 */
record Hdf5Film(String name, Path file, String array, int first, int count, RowClock clock) implements Film {
    @Override
    public FilmReader open(Colours colours) {
        Hdf5File opened = Hdf5File.open(file);
        try {
            Hdf5Array pictures = opened.root().arrayAt(array);
            return new Reader(opened, pictures, new RowCursor(pictures, first), colours);
        } catch (Refusal refused) {
            opened.close();
            throw refused.corrupt(file);
        }
    }

    private final class Reader implements FilmReader {
        private final Hdf5File opened;
        private final Hdf5Array pictures;
        private final RowCursor cursor;
        private final Colours colours;
        private int next;

        private Reader(Hdf5File opened, Hdf5Array pictures, RowCursor cursor, Colours colours) {
            this.opened = opened;
            this.pictures = pictures;
            this.cursor = cursor;
            this.colours = colours;
        }

        @Override
        public Optional<Picture> next() {
            if (next == count) {
                return Optional.empty();
            }
            try {
                ByteBuffer row = cursor.next();
                byte[] raw = new byte[row.remaining()];
                row.get(raw);
                return Optional.of(picture(clock.time(next++), raw));
            } catch (Refusal refused) {
                throw refused.corrupt(file);
            }
        }

        private Picture picture(long time, byte[] raw) {
            var sizes = pictures.row().sizes();
            return Pixels.picture(time, sizes.get(0), sizes.get(1), sizes.get(2), raw, colours);
        }

        @Override
        public void close() {
            opened.close();
        }
    }
}
