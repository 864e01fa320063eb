package io.cradle.ingest.assembly;

import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.RowClock;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;

/**
 * A film of rows that were stamped one a second, for want of better, at the rate that the configuration declares.
 *
 * @param rate pictures a second, Hz
 */
record Paced(Film film, double rate) implements Film {
    /** The take at the declared rate where its rows have only been counted; as it is otherwise. */
    static Take of(Take take, TakeConfig config) {
        boolean counted = config.rowRate() > 0
                && take.rate() == 0
                && take.tracks().stream().allMatch(Paced::isCounted);
        if (!counted) {
            return take;
        }
        return take.with(
                take.tracks().stream()
                        .map(track -> track.paced(config.rowRate()))
                        .toList(),
                take.films().stream()
                        .<Film>map(film -> new Paced(film, config.rowRate()))
                        .toList(),
                config.rowRate());
    }

    private static boolean isCounted(Track track) {
        for (int step = 0; step < track.steps(); step++) {
            if (track.time(step) != RowClock.UNKNOWN.time(step)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String name() {
        return film.name();
    }

    @Override
    public String ownFile() {
        return film.ownFile();
    }

    @Override
    public FilmReader open(Colours colours) {
        return film.open(colours).map(this::inPlace);
    }

    @Override
    public FilmReader open(Colours colours, Size size) {
        return film.open(colours, size).map(this::inPlace);
    }

    private Picture inPlace(Picture picture) {
        return picture.at(Math.round(picture.time() / rate));
    }
}
