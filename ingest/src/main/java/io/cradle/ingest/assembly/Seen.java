package io.cradle.ingest.assembly;

import io.cradle.ingest.frame.FilmCheck;
import io.cradle.ingest.frame.Scaler;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.util.Optional;

/**
 * A film of which every picture, also one that no step falls on, is looked at and scaled while the decoder still holds it: what comes out is small, and
 * lasts.
 *
 * @param film as it is decoded
 * @param check sees each picture before it is scaled
 */
record Seen(FilmReader film, FilmCheck check, Scaler scaler) implements FilmReader {
    @Override
    public Optional<Picture> next() {
        return film.next().map(this::seen);
    }

    private Picture seen(Picture picture) {
        check.add(picture);
        return scaler.scaled(picture);
    }

    @Override
    public long declared() {
        return film.declared();
    }

    @Override
    public void close() {
        film.close();
    }
}
