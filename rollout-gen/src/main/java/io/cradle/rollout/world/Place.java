package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Where a thing stands that doesn't move.
 *
 * @param x m
 * @param y m
 * @param angle rad, counter-clockwise
 */
public record Place(double x, double y, double angle) implements Serializable {
    private static final double FARTHEST = 10_000;

    public Place {
        Checks.within("x", x, -FARTHEST, FARTHEST);
        Checks.within("y", y, -FARTHEST, FARTHEST);
        Checks.within("angle", angle, -100, 100);
    }

    /** A corner of a thing that stands here, {@code [x, y]} in m. */
    public double[] of(double cornerX, double cornerY) {
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        return new double[] {x + cos * cornerX - sin * cornerY, y + sin * cornerX + cos * cornerY};
    }
}
