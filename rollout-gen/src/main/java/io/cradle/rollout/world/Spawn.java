package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Where a body begins: x and y uniform in their ranges, an angle, a motion. Of a body with pins, where its first pin is.
 *
 * @param x m
 * @param y m
 * @param angle how the angle is drawn
 * @param angles rad, of the angle BETWEEN; nothing else reads it
 * @param motion at rest if left out
 */
public record Spawn(Range x, Range y, Angle angle, Range angles, Motion motion) implements Serializable {
    private static final double FARTHEST = 10_000;

    /** Ways of drawing an angle. */
    public enum Angle {
        /** Always 0. */
        UPRIGHT,
        /** Uniform on the circle. */
        UNIFORM,
        /**
         * Of a point that is uniform in the square [-1, 1]²: twice as likely on the diagonals as on the axes. This is
         * what boxLCD draws.
         */
        SQUARE,
        /** Uniform in the range {@code angles}. */
        BETWEEN
    }

    public Spawn {
        Checks.present("x", x);
        Checks.present("y", y);
        Checks.present("angle", angle);
        x.requireWithin("x of spawn", -FARTHEST, FARTHEST);
        y.requireWithin("y of spawn", -FARTHEST, FARTHEST);
        if ((angle == Angle.BETWEEN) != (angles != null && !angles.equals(Range.ZERO))) {
            throw new IllegalArgumentException("Invalid angles=%s of spawn: the angle BETWEEN needs them, %s"
                    .formatted(angles, "the angle %s doesn't; write both or neither".formatted(angle)));
        }
        angles = angles == null ? Range.ZERO : angles;
        angles.requireWithin("angles of spawn", -100, 100);
        motion = motion == null ? Motion.NONE : motion;
    }
}
