package io.cradle.dataset.window;

import java.io.Serializable;

/**
 * Where a window lies.
 *
 * @param segment the segment it is cut from
 * @param start its first step, counted from the segment's first
 * @param steps its length
 */
public record WindowAddress(SegmentAddress segment, int start, int steps) implements Serializable {
    public WindowAddress {
        if (start < 0 || steps < 1 || steps > segment.steps() || start > segment.steps() - steps) {
            throw new IllegalArgumentException("Invalid window [%d, %d) of episode '%s': the segment has %d steps"
                    .formatted(start, (long) start + steps, segment.episode(), segment.steps()));
        }
    }
}
