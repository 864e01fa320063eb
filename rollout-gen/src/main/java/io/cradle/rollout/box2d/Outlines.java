package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Shape;
import org.jbox2d.collision.shapes.CircleShape;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.common.Vec2;

/** The engine's shapes of our outlines. */
final class Outlines {
    private Outlines() {}

    static org.jbox2d.collision.shapes.Shape of(Shape outline) {
        return switch (outline.form()) {
            case CIRCLE -> circle(outline.size().get(0));
            case BOX -> box(outline.size().get(0), outline.size().get(1));
            case POLYGON -> polygon(outline.corners());
        };
    }

    private static CircleShape circle(double radius) {
        CircleShape circle = new CircleShape();
        circle.m_radius = (float) radius;
        return circle;
    }

    private static PolygonShape box(double halfWidth, double halfHeight) {
        PolygonShape box = new PolygonShape();
        box.setAsBox((float) halfWidth, (float) halfHeight);
        return box;
    }

    private static PolygonShape polygon(double[] corners) {
        Vec2[] hull = new Vec2[corners.length / 2];
        for (int i = 0; i < hull.length; i++) {
            hull[i] = new Vec2((float) corners[2 * i], (float) corners[2 * i + 1]);
        }
        PolygonShape polygon = new PolygonShape();
        polygon.set(hull, hull.length);
        return polygon;
    }
}
