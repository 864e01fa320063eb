package io.cradle.ingest.take;

import java.util.Optional;

/** Decodes a film, picture by picture, in order of time. */
public interface FilmReader extends AutoCloseable {
    /**
     * The next picture, or empty at the end. Its pixels hold until the next one is asked for: scale or copy what is to last.
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
}
