package io.cradle.ingest.take;

import java.util.Optional;
import java.util.function.UnaryOperator;

/** Decodes a film, picture by picture, in order of time. */
public interface FilmReader extends AutoCloseable {
    /**
     * The next picture, or empty at the end. Its pixels hold until the next one is asked for, or the film is closed: scale or copy what is to last.
     *
     * @throws io.cradle.dataset.episode.CorruptDataException if it can't be decoded
     */
    Optional<Picture> next();

    /** How many pictures its header declares; 0 where it declares none. */
    default long declared() {
        return 0;
    }

    @Override
    void close();

    /** The same film with each picture made into another while its pixels hold. */
    default FilmReader map(UnaryOperator<Picture> change) {
        FilmReader film = this;
        return new FilmReader() {
            @Override
            public Optional<Picture> next() {
                return film.next().map(change);
            }

            @Override
            public long declared() {
                return film.declared();
            }

            @Override
            public void close() {
                film.close();
            }
        };
    }
}
