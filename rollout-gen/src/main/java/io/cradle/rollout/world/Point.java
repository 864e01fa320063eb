package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * A place in a body's own coordinates.
 *
 * @param x m
 * @param y m
 */
public record Point(double x, double y) implements Serializable {
    private static final double FARTHEST = 100;

    public Point {
        Checks.within("x", x, -FARTHEST, FARTHEST);
        Checks.within("y", y, -FARTHEST, FARTHEST);
    }
}
