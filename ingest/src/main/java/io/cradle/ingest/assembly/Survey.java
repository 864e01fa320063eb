package io.cradle.ingest.assembly;

import io.cradle.ingest.align.Stamps;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.io.Serializable;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What many takes have, found before anything is written: of each shape how many there are, and the ranges of their numbers.
 * Surveys of parts are joined in any order to the same whole.
 *
 * @param shapes by the text of a shape, of those that are whole
 * @param streams names of all streams of numbers
 * @param films names of all films
 * @param held names of takes that the configuration holds out
 * @param few names of takes, the first few in order
 * @param whole whether nothing was left out, so that what has no name here is not there
 */
public record Survey(
        Map<String, Counted> shapes,
        SortedSet<String> streams,
        SortedSet<String> films,
        SortedSet<String> held,
        SortedSet<String> few,
        boolean whole)
        implements Serializable {
    /** Of nothing. */
    public static final Survey EMPTY =
            new Survey(Map.of(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), true);

    private static final int FEW = 12;

    public Survey {
        shapes = Collections.unmodifiableSortedMap(new TreeMap<>(shapes));
        streams = Collections.unmodifiableSortedSet(new TreeSet<>(streams));
        films = Collections.unmodifiableSortedSet(new TreeSet<>(films));
        held = Collections.unmodifiableSortedSet(new TreeSet<>(held));
        few = Collections.unmodifiableSortedSet(set(few.stream().limit(FEW)));
    }

    /**
     * A shape and what has it.
     *
     * @param shape the shape
     * @param takes how many have it
     * @param ranges of their numbers, by name of the stream
     * @param pace ns between two stamps of their first streams
     * @param reaches size of their numbers, by name of the stream
     */
    record Counted(Shape shape, long takes, Map<String, Ranges> ranges, Magnitude pace, Map<String, Magnitude> reaches)
            implements Serializable {
        Counted {
            ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
            reaches = Collections.unmodifiableSortedMap(new TreeMap<>(reaches));
        }

        Counted with(Counted other) {
            Map<String, Ranges> both = new TreeMap<>(ranges);
            other.ranges.forEach((stream, range) -> both.merge(stream, range, Ranges::with));
            Map<String, Magnitude> far = new TreeMap<>(reaches);
            other.reaches.forEach((stream, reach) -> far.merge(stream, reach, Magnitude::with));
            return new Counted(shape, takes + other.takes, both, pace.with(other.pace), far);
        }
    }

    /** Looks at one take. */
    static Survey of(Take take, TakeConfig config) {
        Shape shape = Shape.of(take, config);
        Map<String, Ranges> ranges = new TreeMap<>();
        for (Track track : take.tracks()) {
            if (shape.streams().stream().anyMatch(stream -> stream.name().equals(track.name()))) {
                ranges.put(track.name(), Ranges.of(track));
            }
        }
        return new Survey(
                Map.of(shape.toString(), new Counted(shape, 1, ranges, pace(take, shape), reaches(ranges))),
                set(take.tracks().stream().map(Track::name)),
                set(take.films().stream().map(Film::name)),
                set(Stream.of(take.name()).filter(config.splits()::names)),
                set(Stream.of(take.name())),
                true);
    }

    /** The same, where something was left out. */
    Survey inPart() {
        return new Survey(shapes, streams, films, held, few, false);
    }

    private static Map<String, Magnitude> reaches(Map<String, Ranges> ranges) {
        return ranges.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        stream -> Magnitude.of(stream.getValue().size())));
    }

    private static Magnitude pace(Take take, Shape shape) {
        return take.tracks().stream()
                .filter(track -> shape.isFirst(track.name()))
                .findFirst()
                .map(track -> Magnitude.of(Stamps.median(track)))
                .orElse(Magnitude.UNKNOWN);
    }

    /** Joins two. */
    public Survey with(Survey other) {
        Map<String, Counted> both = new TreeMap<>(shapes);
        other.shapes.forEach((text, counted) -> both.merge(text, counted, Counted::with));
        return new Survey(
                both,
                union(streams, other.streams),
                union(films, other.films),
                union(held, other.held),
                union(few, other.few),
                whole && other.whole);
    }

    private static SortedSet<String> union(SortedSet<String> one, SortedSet<String> other) {
        return set(Stream.concat(one.stream(), other.stream()));
    }

    private static SortedSet<String> set(Stream<String> names) {
        return names.collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many takes were looked at. */
    public long takes() {
        return shapes.values().stream().mapToLong(Counted::takes).sum();
    }

    /** The shape that most takes have; of equals the one with more streams, then the first by its text. */
    Optional<Counted> most() {
        return shapes.values().stream()
                .filter(counted -> !counted.shape().isEmpty())
                .max(Comparator.comparingLong(Counted::takes)
                        .thenComparingInt(counted -> counted.shape().streams().size())
                        .thenComparingInt(counted -> counted.shape().film().isPresent() ? 1 : 0)
                        .thenComparing(counted -> counted.shape().toString(), Comparator.reverseOrder()));
    }
}
