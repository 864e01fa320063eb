package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Where a body begins: x and y uniform in their ranges, and an angle.
 *
 * @param x m
 * @param y m
 * @param angle how the angle is drawn
 */
public record Spawn(Range x, Range y, Angle angle) implements Serializable {
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
        SQUARE
    }

    public Spawn {
        Checks.present("x", x);
        Checks.present("y", y);
        Checks.present("angle", angle);
        if (!x.bounded() || !y.bounded()) {
            throw new IllegalArgumentException("Invalid spawn x=%s, y=%s: must be bounded".formatted(x, y));
        }
    }
}
