package io.cradle.rollout.world;

import java.util.List;

/**
 * An upright rectangle.
 *
 * @param left m
 * @param bottom m
 * @param right m
 * @param top m
 */
record Extent(double left, double bottom, double right, double top) {
    /** Refuses a thing none of which lies in here. */
    void requireSeen(String what, String name, List<Shape> shapes, Place place) {
        if (shapes.stream().map(shape -> of(shape, place)).noneMatch(this::meets)) {
            throw new IllegalArgumentException(
                    "Invalid %s '%s' at x=%s, y=%s: it lies outside of the world, x from %s to %s and y from %s to %s"
                            .formatted(what, name, place.x(), place.y(), left, right, bottom, top));
        }
    }

    /** Refuses a spawn from which a body could begin outside of here. */
    void requireInside(String what, String name, Spawn spawn) {
        boolean inside = spawn.x().low() >= left
                && spawn.x().high() <= right
                && spawn.y().low() >= bottom
                && spawn.y().high() <= top;
        if (!inside) {
            throw new IllegalArgumentException(
                    "Invalid spawn of %s '%s', x %s to %s and y %s to %s: it reaches outside of the walls, x from %s to %s and y from %s to %s"
                            .formatted(
                                    what,
                                    name,
                                    spawn.x().low(),
                                    spawn.x().high(),
                                    spawn.y().low(),
                                    spawn.y().high(),
                                    left,
                                    right,
                                    bottom,
                                    top));
        }
    }

    private boolean meets(Extent that) {
        return that.left < right && that.right > left && that.bottom < top && that.top > bottom;
    }

    private static Extent of(Shape shape, Place place) {
        if (shape.form() == Shape.Form.CIRCLE) {
            double radius = shape.size().get(0);
            return new Extent(place.x() - radius, place.y() - radius, place.x() + radius, place.y() + radius);
        }
        double[] corners = shape.corners();
        Extent extent = at(place.of(corners[0], corners[1]));
        for (int i = 2; i < corners.length; i += 2) {
            extent = extent.and(at(place.of(corners[i], corners[i + 1])));
        }
        return extent;
    }

    private static Extent at(double[] point) {
        return new Extent(point[0], point[1], point[0], point[1]);
    }

    private Extent and(Extent that) {
        return new Extent(
                Math.min(left, that.left),
                Math.min(bottom, that.bottom),
                Math.max(right, that.right),
                Math.max(top, that.top));
    }
}
