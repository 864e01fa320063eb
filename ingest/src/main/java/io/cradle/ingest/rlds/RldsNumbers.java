package io.cradle.ingest.rlds;

import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Track;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Flat numbers of an episode, {@code [T * C]}. */
final class RldsNumbers {
    /** Beyond this a list is no state but a picture. */
    static final int MOST_CHANNELS = 4096;

    private final float[] values;
    private final int steps;

    /** Takes over its numbers. */
    RldsNumbers(float[] values, int steps) {
        this.values = values;
        this.steps = steps;
    }

    static RldsNumbers of(TfFeature list, int steps) {
        float[] values = new float[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.number(i);
        }
        return new RldsNumbers(values, steps);
    }

    int size() {
        return values.length;
    }

    /** C, if the numbers can be shared out among steps. */
    int channels() {
        return values.length / steps;
    }

    /** Whether it has as many numbers as its steps and, where known, its shape ask for. */
    boolean fits(RldsShape shape) {
        return (shape == null || shape.elements() < 0)
                ? values.length % steps == 0
                : shape.elements() * steps == values.length;
    }

    /** Its first rows. */
    Track track(String name, Role role, int rows, RldsSource source) {
        int channels = channels();
        Track.Builder track = Track.named(name, role, names(name.substring(name.lastIndexOf('/') + 1), channels));
        for (int row = 0; row < rows; row++) {
            track.add(source.time(row), Arrays.copyOfRange(values, row * channels, (row + 1) * channels));
        }
        return track.build();
    }

    private static List<String> names(String key, int channels) {
        return channels == 1
                ? List.of(key)
                : IntStream.range(0, channels).mapToObj(i -> key + "." + i).toList();
    }
}
