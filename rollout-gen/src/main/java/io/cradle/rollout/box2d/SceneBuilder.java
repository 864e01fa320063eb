package io.cradle.rollout.box2d;

import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.Damping;
import io.cradle.rollout.world.Filter;
import io.cradle.rollout.world.Material;
import io.cradle.rollout.world.ObjectDefinition;
import io.cradle.rollout.world.RobotDefinition;
import io.cradle.rollout.world.Shape;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.Walls;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jbox2d.collision.shapes.CircleShape;
import org.jbox2d.collision.shapes.EdgeShape;
import org.jbox2d.collision.shapes.PolygonShape;
import org.jbox2d.common.Settings;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.World;

/** Builds a scene. The order of creation decides the bits: walls, then root, limb and joint by joint, then objects. */
final class SceneBuilder {
    private static final float ENDLESS = 1000;

    static {
        Settings.SINCOS_LUT_ENABLED = false;
    }

    private final WorldDefinition definition;
    private final StartPose start;
    private final World world;
    private final List<Body> bodies = new ArrayList<>();
    private final List<Motor> motors = new ArrayList<>();

    private SceneBuilder(WorldDefinition definition, StartPose start) {
        this.definition = definition;
        this.start = start;
        this.world = new World(new Vec2(0, (float) definition.gravity()));
    }

    static Scene build(WorldDefinition definition, StartPose start) {
        SceneBuilder builder = new SceneBuilder(definition, start);
        builder.walls();
        definition.robots().forEach(builder::robot);
        definition.objects().forEach(builder::object);
        builder.motors.sort(Comparator.comparing(Motor::name));
        return new Scene(builder.world, definition.clock(), builder.bodies, builder.motors);
    }

    private void walls() {
        float width = (float) definition.width();
        float height = (float) definition.height();
        if (definition.walls().kind() == Walls.Kind.FLOOR) {
            wall(-ENDLESS * width, 0, ENDLESS * width, 0);
            return;
        }
        wall(0, 0, width, 0);
        wall(0, 0, 0, height);
        wall(width, 0, width, height);
        wall(0, height, width, height);
    }

    private void wall(float x0, float y0, float x1, float y1) {
        EdgeShape edge = new EdgeShape();
        edge.set(new Vec2(x0, y0), new Vec2(x1, y1));
        FixtureDef fixture = new FixtureDef();
        fixture.shape = edge;
        fixture.friction = (float) definition.walls().friction();
        filter(fixture, definition.walls().filter());
        world.createBody(new BodyDef()).createFixture(fixture);
    }

    private void robot(RobotDefinition robot) {
        int root = bodies.size();
        part(robot.root());
        for (int limb = 0; limb < robot.limbs().size(); limb++) {
            part(robot.limbs().get(limb).body());
            Hinge.hang(robot, limb, world, bodies.subList(root, bodies.size())).ifPresent(motors::add);
        }
    }

    private void part(BodyDefinition part) {
        body(part.material(), part.filter(), part.damping());
    }

    private void object(ObjectDefinition object) {
        body(object.material(), object.filter(), object.damping());
    }

    private void body(Material material, Filter filter, Damping damping) {
        int index = bodies.size();
        BodyDef def = new BodyDef();
        def.type = BodyType.DYNAMIC;
        def.position.set(pose(index, 0), pose(index, 1));
        def.angle = pose(index, 2);
        def.linearDamping = (float) damping.linear();
        def.angularDamping = (float) damping.angular();
        FixtureDef fixture = new FixtureDef();
        fixture.shape = shape(start.shapes().get(index));
        fixture.density = (float) material.density();
        fixture.friction = (float) material.friction();
        fixture.restitution = (float) material.restitution();
        filter(fixture, filter);
        Body body = world.createBody(def);
        body.createFixture(fixture);
        bodies.add(body);
    }

    private float pose(int body, int coordinate) {
        return start.pose().get(3 * body + coordinate).floatValue();
    }

    private static void filter(FixtureDef fixture, Filter filter) {
        fixture.filter.categoryBits = filter.category();
        fixture.filter.maskBits = filter.mask();
    }

    private static org.jbox2d.collision.shapes.Shape shape(Shape outline) {
        if (outline.form() == Shape.Form.CIRCLE) {
            CircleShape circle = new CircleShape();
            circle.m_radius = outline.size().get(0).floatValue();
            return circle;
        }
        PolygonShape polygon = new PolygonShape();
        if (outline.form() == Shape.Form.BOX) {
            polygon.setAsBox(
                    outline.size().get(0).floatValue(), outline.size().get(1).floatValue());
            return polygon;
        }
        double[] corners = outline.corners();
        Vec2[] hull = new Vec2[corners.length / 2];
        for (int i = 0; i < hull.length; i++) {
            hull[i] = new Vec2((float) corners[2 * i], (float) corners[2 * i + 1]);
        }
        polygon.set(hull, hull.length);
        return polygon;
    }
}
