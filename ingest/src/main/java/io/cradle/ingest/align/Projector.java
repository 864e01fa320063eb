package io.cradle.ingest.align;

import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.util.Optional;

/** The picture of a film that is nearest to a time, for times that only go forward. Holds two pictures. */
public final class Projector implements AutoCloseable {
    /** Of the time between two pictures, or two steps: how far off the nearest one may be to count as taken then. */
    private static final double NEAR = 0.75;

    private final FilmReader film;
    private final double step;
    private Optional<Picture> before;
    private Optional<Picture> after;
    private double period = Double.POSITIVE_INFINITY;
    private int pictures;
    private int number;

    /**
     * Begins a film.
     *
     * @param film whose pictures last
     * @param step time between two steps in ns
     */
    public Projector(FilmReader film, double step) {
        this.film = film;
        this.step = step;
        this.before = read();
        this.after = before.isPresent() ? read() : Optional.empty();
        learnPeriod();
    }

    /** Time of the first picture in ns, or empty where there is none. */
    public Optional<Long> first() {
        return before.map(Picture::time);
    }

    /** Time of the picture that comes after the time last moved to, in ns; empty at the end. */
    public Optional<Long> upcoming() {
        return after.map(Picture::time);
    }

    /**
     * Moves to a time.
     *
     * @param time in ns, not before the last one
     * @return the nearest picture, or empty where the film has none
     */
    public Optional<Picture> at(long time) {
        moveTo(time);
        boolean later = after.isPresent()
                && after.get().time() - time < time - before.orElseThrow().time();
        number = later || after.isEmpty() ? pictures - 1 : pictures - 2;
        return later ? after : before;
    }

    private void moveTo(long time) {
        while (after.isPresent() && after.get().time() <= time) {
            before = after;
            after = read();
            learnPeriod();
        }
    }

    /** Number of the picture that was nearest to the last time, from 0. */
    public int number() {
        return number;
    }

    /** Whether a picture was taken at a time, or as near to it as pictures and steps come. */
    public boolean covers(Picture picture, long time) {
        double tolerance = NEAR * Math.max(step, Double.isInfinite(period) ? 0 : period);
        return Math.abs(picture.time() - time) <= tolerance;
    }

    /**
     * Whether pictures are left at this time or after it: the last one is shown for as long as any.
     *
     * @param time in ns, not before the last one
     */
    public boolean lasts(long time) {
        moveTo(time);
        return after.isPresent()
                || before.map(last -> covers(last, time) && isShown(last, time)).orElse(false);
    }

    private boolean isShown(Picture last, long time) {
        return time <= last.time() || (!Double.isInfinite(period) && time - last.time() < period);
    }

    /** How many pictures the film's header declares; 0 where it declares none. */
    public long declared() {
        return film.declared();
    }

    /** Reads to the end. */
    public void finish() {
        while (after.isPresent()) {
            after = read();
        }
    }

    private Optional<Picture> read() {
        Optional<Picture> next = film.next();
        pictures += next.isPresent() ? 1 : 0;
        return next;
    }

    private void learnPeriod() {
        if (before.isPresent() && after.isPresent()) {
            period = Math.min(period, (double)
                    Math.max(1, after.get().time() - before.get().time()));
        }
    }

    @Override
    public void close() {
        film.close();
    }
}
