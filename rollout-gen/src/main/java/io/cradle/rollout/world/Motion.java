package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * How a body moves when it begins, each uniform in its range.
 *
 * @param x m/s
 * @param y m/s
 * @param spin rad/s, counter-clockwise
 */
public record Motion(Range x, Range y, Range spin) implements Serializable {
    /** At rest. */
    static final Motion NONE = new Motion(Range.ZERO, Range.ZERO, Range.ZERO);

    private static final double FASTEST = 100;

    public Motion {
        x = x == null ? Range.ZERO : x;
        y = y == null ? Range.ZERO : y;
        spin = spin == null ? Range.ZERO : spin;
        x.requireWithin("x of motion", -FASTEST, FASTEST);
        y.requireWithin("y of motion", -FASTEST, FASTEST);
        spin.requireWithin("spin of motion", -FASTEST, FASTEST);
    }
}
