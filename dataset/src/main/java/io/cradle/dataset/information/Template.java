package io.cradle.dataset.information;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which pixels are a context.
 *
 * @param taps in the order in which they make up the number of a context
 */
record Template(List<Tap> taps) {
    private static final int MOST_TAPS = 24;

    /** Nothing: every pixel has the same context. */
    static final Template NONE = new Template(List.of());

    /**
     * Ten neighbours that were coded already, in three rows: the three-line template of JBIG (ITU-T T.82, 1993), with its adaptive
     * pixel where it stands at first.
     */
    static final Template SPATIAL = NONE.with(0, -2, -1, 1).with(0, -1, -2, 2).with(0, 0, -2, -1);

    /** These and the nine pixels around the same place in the frame before. */
    static final Template PREVIOUS =
            SPATIAL.with(1, -1, -1, 1).with(1, 0, -1, 1).with(1, 1, -1, 1);

    /** These and three pixels one above another at the same place in the frame before that. */
    static final Template BEFORE = PREVIOUS.with(2, -1, 0, 0).with(2, 0, 0, 0).with(2, 1, 0, 0);

    /** Nine pixels that are soon seen often: four neighbours, and five around the same place in the frame before. */
    static final Template FEW = NONE.with(0, -1, -1, 1)
            .with(0, 0, -1, -1)
            .with(1, -1, 0, 0)
            .with(1, 0, -1, 1)
            .with(1, 1, 0, 0);

    /** Seven neighbours, and thirteen pixels around the same place in the frame before, where others see nine. */
    static final Template WIDE = NONE.with(0, -1, -2, 2)
            .with(0, 0, -2, -1)
            .with(1, -2, 0, 0)
            .with(1, -1, -1, 1)
            .with(1, 0, -2, 2)
            .with(1, 1, -1, 1)
            .with(1, 2, 0, 0);

    Template {
        taps = List.copyOf(taps);
        if (taps.size() > MOST_TAPS) {
            throw new IllegalArgumentException(
                    "Invalid template of %d taps: at most %d".formatted(taps.size(), MOST_TAPS));
        }
    }

    /** With the pixels of a row from one column to another, both included, as a {@link Tap} has them. */
    Template with(int age, int down, int from, int to) {
        List<Tap> more = new ArrayList<>(taps);
        IntStream.rangeClosed(from, to)
                .mapToObj(right -> new Tap(age, down, right))
                .forEach(more::add);
        return new Template(more);
    }

    /** How many frames back it looks. */
    int memory() {
        return taps.stream().mapToInt(Tap::age).max().orElse(0);
    }

    /** How many contexts there are. */
    int contexts() {
        return 1 << taps.size();
    }
}
