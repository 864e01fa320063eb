package io.cradle.rollout.box2d;

import io.cradle.rollout.lcd.Rasteriser;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.collision.shapes.Shape;
import org.jbox2d.collision.shapes.ShapeType;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Transform;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;

/** Draws the bodies of a scene, filled and all alike; walls are not drawn. */
final class Painter {
    private final Rasteriser rasteriser;
    private final double[] corners = new double[2 * Settings.maxPolygonVertices];
    private final Vec2 corner = new Vec2();

    Painter(WorldDefinition world) {
        rasteriser = new Rasteriser(world.lcd().height(), world.lcd().width(), world.pixelsPerMetre());
    }

    /** Writes the frame's bits into zeros from {@code offset} on. */
    void paint(List<Body> bodies, byte[] target, int offset) {
        rasteriser.clear();
        for (int i = 0; i < bodies.size(); i++) {
            Body body = bodies.get(i);
            paint(body.getFixtureList().getShape(), body.getTransform());
        }
        rasteriser.copyTo(target, offset);
    }

    private void paint(Shape shape, Transform place) {
        if (shape.getType() == ShapeType.CIRCLE) {
            rasteriser.circle(place.p.x, place.p.y, shape.m_radius);
            return;
        }
        PolygonShape polygon = (PolygonShape) shape;
        for (int i = 0; i < polygon.m_count; i++) {
            Transform.mulToOutUnsafe(place, polygon.m_vertices[i], corner);
            corners[2 * i] = corner.x;
            corners[2 * i + 1] = corner.y;
        }
        rasteriser.polygon(corners, polygon.m_count);
    }
}
