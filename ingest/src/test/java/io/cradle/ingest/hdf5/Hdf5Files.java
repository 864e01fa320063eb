package io.cradle.ingest.hdf5;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The small files that {@code make_hdf5.py} made, and what is read of them. */
final class Hdf5Files {
    private Hdf5Files() {}

    static Path file(String name) {
        try {
            return Path.of(Hdf5Files.class.getResource("/hdf5/" + name).toURI());
        } catch (URISyntaxException broken) {
            throw new IllegalStateException(broken);
        }
    }

    static List<Take> read(String name, Findings findings) {
        return read(file(name), findings);
    }

    static List<Take> read(Path file, Findings findings) {
        Recording recording = new Recording(file.toString(), file.toFile().length());
        try (Stream<Take> takes = Hdf5Format.of(List.of(recording)).takes(recording, findings)) {
            return takes.toList();
        }
    }

    /** What is found out, in order. */
    static List<Finding> findings(String name) {
        List<Finding> findings = new ArrayList<>();
        read(name, findings::add);
        return findings;
    }

    static Track track(Take take, String name) {
        return take.tracks().stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    static List<Float> row(Track track, int step) {
        return IntStream.range(0, track.channels().size())
                .mapToObj(channel -> track.value(step, channel))
                .toList();
    }

    static List<Picture> pictures(Take take, String name, Film.Colours colours) {
        Film film = take.films().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        List<Picture> pictures = new ArrayList<>();
        try (FilmReader reader = film.open(colours)) {
            Optional<Picture> picture = reader.next();
            while (picture.isPresent()) {
                pictures.add(picture.get());
                picture = reader.next();
            }
        }
        return pictures;
    }

    /** What {@code pictures} of the script puts at a place of an array {@code [T, H, W, C]}. */
    static int pixel(long position) {
        return (int) (position * 7 % 251);
    }
}
