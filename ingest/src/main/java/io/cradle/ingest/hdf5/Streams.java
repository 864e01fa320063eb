package io.cradle.ingest.hdf5;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.RowClock;
import io.cradle.ingest.take.RowShape;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses which arrays of a file become tracks and which films, and reads the tracks of one take at a time. */
final class Streams {
    private final Path file;
    private final String place;
    private final RowClock clock;
    private final Findings findings;
    private final Map<String, Numbers> numbers = new TreeMap<>();
    private final Map<String, Hdf5Array> pictures = new TreeMap<>();

    /**
     * Chooses nothing yet.
     *
     * @param place what findings name: a take, or blank for the whole file
     */
    Streams(Path file, String place, RowClock clock, Findings findings) {
        this.file = file;
        this.place = place;
        this.clock = clock;
        this.findings = findings;
    }

    /** Takes an array as a stream that the take needs. */
    void require(String name, Role role, Hdf5Array array) {
        if (!take(name, role, array)) {
            throw new Refusal("unreadable", unfit(array));
        }
    }

    /** Takes an array as a stream if it is fit for one. */
    void offer(String name, Role role, Hdf5Array array) {
        if (!take(name, role, array)) {
            leaveOut(unfit(array));
        }
    }

    /** Notes that something is left out. */
    void leaveOut(String detail) {
        findings.add(Finding.noticed(file.toString(), place, "stream left out", detail));
    }

    private boolean take(String name, Role role, Hdf5Array array) {
        boolean film = array.type().filter(NumberType::isByte).isPresent()
                && array.row().fitsPicture();
        boolean track = !film && array.type().isPresent() && array.row().fitsTrack();
        if (film) {
            array.slabs();
            pictures.put(name, array);
        }
        if (track) {
            numbers.put(name, new Numbers(array, role, new RowCursor(array, 0)));
        }
        return film || track;
    }

    private static String unfit(Hdf5Array array) {
        return "%s of %s is neither numbers, at most %d a row, nor pictures of unsigned bytes [T, H, W, 1 or 3]; convert it if it is needed"
                .formatted(
                        array.description(),
                        array.dataset().getDataType().getClass().getSimpleName(),
                        RowShape.MOST_CHANNELS);
    }

    /** Tracks of the rows from {@code first} on, each of the rows that it has up to {@code last}, exclusive. */
    List<Track> tracks(int first, int last) {
        long sum = 0;
        for (Numbers stream : numbers.values()) {
            sum += stream.elements(first, last);
        }
        if (sum > RowShape.MOST_NUMBERS) {
            throw new Refusal(
                    "too large",
                    "it holds %d numbers, more than %d; cut it into shorter episodes"
                            .formatted(sum, RowShape.MOST_NUMBERS));
        }
        List<Track> tracks = new ArrayList<>();
        numbers.forEach((name, stream) -> tracks.add(stream.track(name, first, last, clock)));
        return tracks;
    }

    /** Films of the rows from {@code first} on, each of the rows that it has up to {@code last}, exclusive. */
    List<Film> films(int first, int last) {
        List<Film> films = new ArrayList<>();
        pictures.forEach((name, array) ->
                films.add(new Hdf5Film(name, file, array.path(), first, Math.min(last, array.rows()) - first, clock)));
        return films;
    }

    /**
     * A stream of numbers.
     *
     * @param array where it lies
     * @param role what it is taken for
     * @param cursor reads it
     */
    private record Numbers(Hdf5Array array, Role role, RowCursor cursor) {
        private long elements(int first, int last) {
            return (Math.min(last, array.rows()) - (long) first) * array.row().elements();
        }

        private Track track(String name, int first, int last, RowClock clock) {
            Track.Builder track = Track.named(name, role, array.row().channels(name));
            float[] row = new float[(int) array.row().elements()];
            cursor.moveTo(first);
            for (int i = first; i < Math.min(last, array.rows()); i++) {
                cursor.next(row);
                track.add(clock.time(i - (long) first), row);
            }
            return track.build();
        }
    }
}
