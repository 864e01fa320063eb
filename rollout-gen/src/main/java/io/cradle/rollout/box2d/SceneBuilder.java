package io.cradle.rollout.box2d;

import io.cradle.rollout.world.BodyDefinition;
import io.cradle.rollout.world.Damping;
import io.cradle.rollout.world.Filter;
import io.cradle.rollout.world.LimbDefinition;
import io.cradle.rollout.world.Material;
import io.cradle.rollout.world.ObjectDefinition;
import io.cradle.rollout.world.RobotDefinition;
import io.cradle.rollout.world.StartPose;
import io.cradle.rollout.world.WorldDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.BodyDef;
import org.jbox2d.dynamics.BodyType;
import org.jbox2d.dynamics.FixtureDef;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.RevoluteJoint;

/**
 * Builds a scene. The order of creation decides the bits: walls, scenery, then root, limb and joint by joint, then
 * objects.
 */
final class SceneBuilder {
    private final StartPose start;
    private final World world;
    private final List<Body> bodies = new ArrayList<>();
    private final SortedMap<String, RevoluteJoint> driven = new TreeMap<>();

    private SceneBuilder(World world, StartPose start) {
        this.world = world;
        this.start = start;
    }

    /**
     * A scene at its start.
     *
     * @param definition whose ranges have been drawn
     */
    static Scene build(Engine engine, WorldDefinition definition, StartPose start) {
        SceneBuilder builder = new SceneBuilder(engine.world(definition.gravity()), start);
        Barriers barriers = new Barriers(definition, builder.world);
        barriers.walls();
        barriers.scenery();
        definition.robots().forEach(builder::robot);
        definition.objects().forEach(builder::object);
        return new Scene(
                definition,
                builder.world,
                builder.bodies.toArray(new Body[0]),
                builder.driven.values().toArray(new RevoluteJoint[0]));
    }

    private void robot(RobotDefinition robot) {
        int root = bodies.size();
        part(robot.root());
        for (int i = 0; i < robot.limbs().size(); i++) {
            LimbDefinition limb = robot.limbs().get(i);
            part(limb.body());
            RevoluteJoint joint = Hinge.hang(robot, i, world, bodies.subList(root, bodies.size()));
            if (limb.joint().driven()) {
                driven.put(Drive.name(robot, limb), joint);
            }
        }
    }

    private void part(BodyDefinition part) {
        body(part.material(), part.filter(), part.damping());
    }

    private void object(ObjectDefinition object) {
        Body body = body(object.material(), object.filter(), object.damping());
        if (!object.pins().isEmpty()) {
            Body background = world.createBody(new BodyDef());
            object.pins().forEach(pin -> Hinge.pin(pin, world, background, body));
        }
    }

    private Body body(Material material, Filter filter, Damping damping) {
        int index = bodies.size();
        BodyDef def = new BodyDef();
        def.type = BodyType.DYNAMIC;
        def.position.set(at(start.pose(), index, 0), at(start.pose(), index, 1));
        def.angle = at(start.pose(), index, 2);
        def.linearDamping = (float) damping.linear();
        def.angularDamping = (float) damping.angular();
        Body body = world.createBody(def);
        body.createFixture(fixture(index, material, filter));
        Inertia.mend(body);
        body.setLinearVelocity(new Vec2(at(start.motion(), index, 0), at(start.motion(), index, 1)));
        body.setAngularVelocity(at(start.motion(), index, 2));
        body.setUserData(index);
        bodies.add(body);
        return body;
    }

    private FixtureDef fixture(int body, Material material, Filter filter) {
        FixtureDef fixture = new FixtureDef();
        fixture.shape = Outlines.of(start.shapes().get(body));
        fixture.density = (float) material.density();
        fixture.friction = (float) material.friction();
        fixture.restitution = (float) material.restitution();
        Barriers.filter(fixture, filter);
        return fixture;
    }

    private static float at(List<Double> numbers, int body, int which) {
        return numbers.get(3 * body + which).floatValue();
    }
}
