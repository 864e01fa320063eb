package io.cradle.ingest.assembly;

import io.cradle.ingest.align.Projector;
import io.cradle.ingest.frame.Crop;
import io.cradle.ingest.frame.FilmCheck;
import io.cradle.ingest.frame.FilmFaults;
import io.cradle.ingest.frame.FramesConfig;
import io.cradle.ingest.frame.Scaler;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.util.Optional;

/** The scaled pictures of a film at times that only go forward. */
final class Pictures implements AutoCloseable {
    /** Headers count from duration and rate, and round. */
    private static final double SHARE = 0.02;

    private static final int ROUNDING = 2;

    private final FilmCheck check = new FilmCheck();
    private final Projector projector;
    private Optional<Picture> shown = Optional.empty();

    /**
     * Begins a film.
     *
     * @param step time between two steps in ns
     */
    Pictures(Film film, FramesConfig config, double step) {
        Scaler scaler = new Scaler(config.crop(), config.height(), config.width());
        FilmReader reader = opened(film, config).map(picture -> seen(picture, scaler));
        boolean begun = false;
        try {
            this.projector = new Projector(reader, step);
            begun = true;
        } finally {
            if (!begun) {
                reader.close();
            }
        }
    }

    /** Every picture, also one that no step falls on, is looked at and scaled while the decoder still holds it: what comes out is small, and lasts. */
    private Picture seen(Picture picture, Scaler scaler) {
        check.add(picture);
        return scaler.scaled(picture);
    }

    private static FilmReader opened(Film film, FramesConfig config) {
        return config.crop().equals(Crop.WHOLE)
                ? film.open(config.colours(), new Film.Size(config.height(), config.width()))
                : film.open(config.colours());
    }

    /** Time of the first picture in ns, or empty where there is none. */
    Optional<Long> first() {
        return projector.first();
    }

    /** Time of picture {@code number} in ns, which must be the first or the one after that last shown; empty at the end. */
    Optional<Long> upcoming(long number) {
        return number == 0 ? projector.first() : projector.upcoming();
    }

    /** The picture nearest to a time, scaled; the same object for the same picture. */
    Optional<Picture> at(long time) {
        shown = projector.at(time);
        return shown;
    }

    /** Whether the picture last shown was taken then, as near as pictures and steps come. */
    boolean covers(long time) {
        return shown.map(picture -> projector.covers(picture, time)).orElse(false);
    }

    /** Number of the picture last shown, from 0. */
    int number() {
        return projector.number();
    }

    /** Whether pictures are left at this time or after it. */
    boolean lasts(long time) {
        return projector.lasts(time);
    }

    /** What is wrong with all of it: decodes the rest. */
    FilmFaults faults() {
        projector.finish();
        return check.faults();
    }

    /** What is wrong with what was decoded so far. */
    FilmFaults faultsSoFar() {
        return check.faults();
    }

    /** Pictures that there should be by the film's header and were not, once all are seen; 0 where it declares none. */
    long lacking() {
        long lacking = projector.declared() - check.pictures();
        return lacking > ROUNDING + SHARE * projector.declared() ? lacking : 0;
    }

    /** How much pictures change about now, in gray levels. */
    double change() {
        return check.change();
    }

    @Override
    public void close() {
        projector.close();
    }
}
