package io.cradle.rollout.box2d;

import org.jbox2d.collision.shapes.MassData;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;

/**
 * Mends the inertia of polygons. jbox2d 2.2.1.1 sums it about the mean of the corners and moves it to the body's origin as
 * if that mean were the centre of mass: too much by m·|c - mean|² (parallel axis theorem), nearly 1 % for Luxo's head.
 * Box2D 2.3 has the term.
 */
final class Inertia {
    private Inertia() {}

    /** To be called once, when the body has its only fixture. */
    static void mend(Body body) {
        if (body.getFixtureList().getShape() instanceof PolygonShape polygon) {
            float excess = body.getMass() * distanceSquared(body.getLocalCenter(), polygon);
            if (excess > 0) {
                MassData data = new MassData();
                body.getMassData(data);
                data.I -= excess;
                body.setMassData(data);
            }
        }
    }

    private static float distanceSquared(Vec2 centre, PolygonShape polygon) {
        Vec2 mean = new Vec2();
        for (int i = 0; i < polygon.m_count; i++) {
            mean.addLocal(polygon.m_vertices[i]);
        }
        return mean.mulLocal(1f / polygon.m_count).subLocal(centre).lengthSquared();
    }
}
