package io.cradle.ingest.arrays;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.npz.NpyType;
import io.cradle.ingest.npz.NpzFile;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Pixels;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Pictures of an array, each read when it is asked for. Booleans are shown as 0 and 255. */
final class ArrayFilm implements Film {
    private final Path path;
    private final String name;
    private final List<Integer> shape;
    private final Piece piece;
    private final long[] times;

    /**
     * Opens nothing yet.
     *
     * @param shape {@code [H, W]} or {@code [H, W, C]}
     * @param times stamps in ns, one a step of the piece; not to be written to from here on
     */
    ArrayFilm(Path path, String name, List<Integer> shape, Piece piece, long[] times) {
        this.path = path;
        this.name = name;
        this.shape = shape;
        this.piece = piece;
        this.times = times;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FilmReader open(Colours colours) {
        NpzFile file = NpzFile.open(path);
        boolean opened = false;
        try {
            boolean truths = isTruths(file);
            ArrayRows rows = new ArrayRows(file, name);
            rows.skip(piece.first());
            opened = true;
            return new Reader(file, rows, truths, colours);
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private boolean isTruths(NpzFile file) {
        var header = file.headers().get(name);
        if (header == null
                || !ArrayRows.row(header).sizes().equals(shape)
                || header.shape().get(0) < piece.last()) {
            throw new CorruptDataException(
                    path.toString(), "array '%s' has changed; leave files be while they are read".formatted(name));
        }
        return header.type() == NpyType.BOOL;
    }

    private final class Reader implements FilmReader {
        private final NpzFile file;
        private final ArrayRows rows;
        private final boolean truths;
        private final Colours colours;
        private int next;

        private Reader(NpzFile file, ArrayRows rows, boolean truths, Colours colours) {
            this.file = file;
            this.rows = rows;
            this.truths = truths;
            this.colours = colours;
        }

        @Override
        public Optional<Picture> next() {
            if (next == times.length) {
                return Optional.empty();
            }
            ByteBuffer row = rows.next();
            byte[] raw = new byte[row.remaining()];
            row.get(raw);
            if (truths) {
                brighten(raw);
            }
            int channels = shape.size() == 2 ? 1 : shape.get(2);
            return Optional.of(Pixels.picture(times[next++], shape.get(0), shape.get(1), channels, raw, colours));
        }

        private static void brighten(byte[] truths) {
            for (int i = 0; i < truths.length; i++) {
                truths[i] = (byte) (truths[i] == 0 ? 0 : 255);
            }
        }

        @Override
        public void close() {
            file.close();
        }
    }
}
