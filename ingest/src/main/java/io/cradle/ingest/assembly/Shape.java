package io.cradle.ingest.assembly;

import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a take has: all episodes of a table have the same.
 *
 * @param streams those of its numbers that are taken, proprio first
 * @param camera name of the film that is taken; blank for none
 * @param rate steps a second, 0 where they are uneven
 */
record Shape(List<Stream> streams, String camera, double rate) implements Serializable {
    Shape {
        streams = List.copyOf(streams);
    }

    /**
     * A stream of numbers.
     *
     * @param name as the source has it
     * @param role what it is taken for
     * @param channels names of its numbers
     * @param units SI units of them as far as the source tells
     */
    record Stream(String name, Role role, List<String> channels, List<String> units) implements Serializable {
        Stream {
            channels = List.copyOf(channels);
            units = List.copyOf(units);
        }
    }

    /** What a take has, of what is asked for. */
    static Shape of(Take take, TakeConfig config) {
        List<Stream> streams = new ArrayList<>();
        for (Role role : List.of(Role.PROPRIO, Role.ACTION)) {
            take.tracks().stream()
                    .filter(track -> config.streams().role(track) == role)
                    .sorted(order(config.streams(), role))
                    .forEach(track -> streams.add(new Stream(track.name(), role, track.channels(), track.units())));
        }
        return new Shape(streams, camera(take, config).orElse(""), config.rate() > 0 ? config.rate() : take.rate());
    }

    private static Comparator<Track> order(StreamsConfig config, Role role) {
        List<String> told = role == Role.PROPRIO ? config.proprio() : config.action();
        return Comparator.<Track>comparingInt(track -> told.indexOf(track.name()))
                .thenComparing(Track::name);
    }

    private static Optional<String> camera(Take take, TakeConfig config) {
        return switch (config.frames().kind()) {
            case NONE -> Optional.empty();
            case BINARY, GRAY, RGB ->
                take.films().stream()
                        .map(Film::name)
                        .filter(name -> config.frames().camera().isBlank()
                                || name.equals(config.frames().camera()))
                        .min(Comparator.naturalOrder());
        };
    }

    /** Name of the film that is taken, if any. */
    Optional<String> film() {
        return camera.isBlank() ? Optional.empty() : Optional.of(camera);
    }

    /** Whether this is the name of its first stream, which goes ahead of the others. */
    boolean isFirst(String name) {
        return !streams.isEmpty() && streams.get(0).name().equals(name);
    }

    /** Whether there is anything in it. */
    boolean isEmpty() {
        return streams.isEmpty() && camera.isBlank();
    }

    /** For people. */
    String text() {
        List<String> parts = new ArrayList<>();
        streams.forEach(stream -> parts.add("%s %s[%d]"
                .formatted(stream.role(), stream.name(), stream.channels().size())));
        film().ifPresent(name -> parts.add("film " + name));
        parts.add(rate == 0 ? "uneven steps" : rate + " Hz");
        return String.join(", ", parts);
    }
}
