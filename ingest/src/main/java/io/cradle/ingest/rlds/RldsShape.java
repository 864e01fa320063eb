package io.cradle.ingest.rlds;

import java.util.List;

/**
 * What {@code features.json} says of one list, for one step.
 *
 * @param kind what it is
 * @param type type of its numbers, such as {@code float32}
 * @param sizes outermost first; -1 where it is not known
 * @param encoding {@code none}, {@code bytes} or {@code zlib} of numbers
 */
record RldsShape(Kind kind, String type, List<Integer> sizes, String encoding) {
    /** What a list is. */
    enum Kind {
        NUMBERS,
        PICTURE,
        OTHER
    }

    RldsShape {
        sizes = List.copyOf(sizes);
    }

    /** Numbers a step, or -1 where it is not known. */
    long elements() {
        long elements = 1;
        for (int size : sizes) {
            if (size < 0 || elements > Integer.MAX_VALUE) {
                return -1;
            }
            elements *= size;
        }
        return elements;
    }

    boolean isPicture() {
        return kind == Kind.PICTURE;
    }
}
