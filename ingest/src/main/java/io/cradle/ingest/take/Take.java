package io.cradle.ingest.take;

import io.cradle.dataset.episode.Split;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One episode as it was recorded.
 *
 * @param file the file that it was read from
 * @param name what people call it, unique within the source, such as {@code episode_000029}
 * @param identity digest of its content, which decides its split
 * @param index its number within the file
 * @param tracks numbers, any rate each
 * @param films pictures, any rate each
 * @param rate steps a second that the source declares in Hz; 0 where it declares none
 * @param declared the split that the source declares
 * @param task what whoever acted was told to do, where the source says that
 */
public record Take(
        String file,
        String name,
        String identity,
        long index,
        List<Track> tracks,
        List<Film> films,
        double rate,
        Optional<Split> declared,
        Optional<Task> task) {
    public Take {
        tracks = List.copyOf(tracks);
        films = List.copyOf(films);
        List<String> names = Stream.concat(
                        tracks.stream().map(Track::name), films.stream().map(Film::name))
                .toList();
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Invalid take '%s': it has no stream".formatted(name));
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw new IllegalArgumentException("Invalid take '%s': a stream stands twice in %s".formatted(name, names));
        }
    }

    /** A take whose source says nothing of a task. */
    public Take(
            String file,
            String name,
            String identity,
            long index,
            List<Track> tracks,
            List<Film> films,
            double rate,
            Optional<Split> declared) {
        this(file, name, identity, index, tracks, films, rate, declared, Optional.empty());
    }

    /**
     * The same take with other numbers, films and steps.
     *
     * @param steps a second, 0 where they are uneven
     */
    public Take with(List<Track> others, List<Film> pictures, double steps) {
        return new Take(file, name, identity, index, others, pictures, steps, declared, task);
    }
}
