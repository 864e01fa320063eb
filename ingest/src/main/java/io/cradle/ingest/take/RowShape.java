package io.cradle.ingest.take;

import java.util.ArrayList;
import java.util.List;

/**
 * What one row of an array holds, and how much of it is read.
 *
 * @param sizes outermost first and without the axis of time; {@code []} is one number
 */
public record RowShape(List<Integer> sizes) {
    /** Most channels of a stream of numbers. */
    public static final int MOST_CHANNELS = 1 << 14;
    /** Most numbers that a take may hold in all: what is held in memory at once. */
    public static final long MOST_NUMBERS = 1L << 28;
    /** Most bytes of what is read at once: a picture, a band of chunks. */
    public static final long MOST_BYTES = 1L << 28;

    public RowShape {
        sizes = List.copyOf(sizes);
    }

    /** How many numbers a row has; {@link Long#MAX_VALUE} if that is past counting. */
    public long elements() {
        long elements = 1;
        for (int size : sizes) {
            elements = size == 0 ? 0 : elements > Long.MAX_VALUE / size ? Long.MAX_VALUE : elements * size;
        }
        return elements;
    }

    /** Whether the stream can be held as numbers. */
    public boolean fitsTrack() {
        return elements() > 0 && elements() <= MOST_CHANNELS;
    }

    /** Whether a row is a picture {@code [H, W, C]}, gray or in colour. */
    public boolean fitsPicture() {
        return sizes.size() == 3 && elements() > 0 && (sizes.get(2) == 1 || sizes.get(2) == 3);
    }

    /** Names of the numbers: the stream's own for one, else numbered from 0 along each axis, such as {@code pose_2_0}. */
    public List<String> channels(String stream) {
        List<String> names = List.of(stream);
        for (int size : sizes) {
            names = numbered(names, size);
        }
        return names;
    }

    private static List<String> numbered(List<String> names, int size) {
        List<String> numbered = new ArrayList<>(names.size() * size);
        for (String name : names) {
            for (int i = 0; i < size; i++) {
                numbered.add(name + "_" + i);
            }
        }
        return numbered;
    }
}
