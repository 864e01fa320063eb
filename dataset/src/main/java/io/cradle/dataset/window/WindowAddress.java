package io.cradle.dataset.window;

import java.io.Serializable;

/**
 * Where a window lies.
 *
 * @param stretch the segments that hold it and no others: those that lie beside it are left out
 * @param start its first step, counted from the stretch's first
 * @param steps its length
 */
public record WindowAddress(Stretch stretch, int start, int steps) implements Serializable {
    public WindowAddress {
        if (start < 0 || steps < 1 || steps > stretch.steps() || start > stretch.steps() - steps) {
            throw new IllegalArgumentException("Invalid window [%d, %d) of episode '%s': there are %d steps"
                    .formatted(start, (long) start + steps, stretch.episode(), stretch.steps()));
        }
        Stretch whole = stretch;
        stretch = whole.around(start, start + steps);
        start -= stretch.firstStep() - whole.firstStep();
    }

    /** Id of its episode. */
    public String episode() {
        return stretch.episode();
    }

    /** Number of its first step in the episode. */
    public int firstStep() {
        return stretch.firstStep() + start;
    }
}
