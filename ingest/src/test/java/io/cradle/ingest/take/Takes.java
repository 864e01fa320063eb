package io.cradle.ingest.take;

import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Takes made by hand. */
public final class Takes {
    private static final int SIDE = 64;

    private Takes() {}

    /** A stream with one channel: a function of the time in seconds, at these stamps in ns. */
    public static Track track(String name, Role role, long[] times, ToDoubleFunction<Double> value) {
        Track.Builder track = Track.named(name, role, List.of(name + ".x"));
        for (long time : times) {
            track.add(time, (float) value.applyAsDouble(time / 1e9));
        }
        return track.build();
    }

    /** Stamps in ns at an even rate from 0. */
    public static long[] even(int steps, double rate) {
        return IntStream.range(0, steps)
                .mapToLong(t -> Math.round(t * 1e9 / rate))
                .toArray();
    }

    /** A gray film of a bright square of 16 pixels that moves a pixel a picture over noise of two levels. */
    public static Film film(int pictures, double rate, LongUnaryOperator stamp) {
        return read(() -> reader(IntStream.range(0, pictures)
                .mapToObj(i -> square(i, stamp.applyAsLong(Math.round(i * 1e9 / rate))))
                .iterator()));
    }

    /** A film of these pictures. */
    public static Film film(List<Picture> pictures) {
        return read(() -> reader(pictures.iterator()));
    }

    /** A film that is read so. */
    public static Film read(Supplier<FilmReader> reader) {
        return new Film() {
            @Override
            public String name() {
                return "camera";
            }

            @Override
            public FilmReader open(Colours colours) {
                return reader.get();
            }
        };
    }

    /** The same film under another name, in a file of its own unless that is blank. */
    public static Film named(String name, String file, Film film) {
        return new Film() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String ownFile() {
                return file;
            }

            @Override
            public FilmReader open(Colours colours) {
                return film.open(colours);
            }
        };
    }

    private static FilmReader reader(Iterator<Picture> all) {
        return new FilmReader() {
            @Override
            public Optional<Picture> next() {
                return all.hasNext() ? Optional.of(all.next()) : Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** Picture {@code i} of such a film. */
    public static Picture square(int i, long time) {
        byte[] pixels = new byte[SIDE * SIDE];
        for (int at = 0; at < pixels.length; at++) {
            int y = at / SIDE;
            int x = at % SIDE;
            int left = i % (SIDE - 16);
            boolean inside = y >= 24 && y < 40 && x >= left && x < left + 16;
            pixels[at] = (byte) ((inside ? 200 : 40) + (at * 7 + i * 13) % 3);
        }
        return new Picture(time, SIDE, SIDE, 1, pixels);
    }

    /** One gray level all over. */
    public static Picture flat(int level, long time) {
        byte[] pixels = new byte[SIDE * SIDE];
        java.util.Arrays.fill(pixels, (byte) level);
        return new Picture(time, SIDE, SIDE, 1, pixels);
    }

    /** A take of these streams. */
    public static Take take(String name, double rate, List<Track> tracks, List<Film> films) {
        return new Take("/there/" + name, name, Digests.sha256(name), 0, tracks, films, rate, Optional.empty());
    }

    /** A format of one recording that holds these takes. */
    public static TakeFormat format(Take... takes) {
        return new TakeFormat() {
            @Override
            public String name() {
                return "made 1";
            }

            @Override
            public List<Recording> recordings() {
                return List.of(new Recording("/there/made", 1));
            }

            @Override
            public Stream<Take> takes(Recording recording, Findings findings) {
                return Stream.of(takes);
            }
        };
    }
}
