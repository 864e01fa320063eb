package io.cradle.rollout.box2d;

import io.cradle.rollout.world.Frozen;
import io.cradle.rollout.world.WorldDefinition;
import java.util.List;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.contacts.Contact;
import org.jbox2d.dynamics.joints.RevoluteJoint;

/** One simulated world. A fresh one for each start: a used jbox2d world gives other bits. */
final class Scene {
    private final WorldDefinition definition;
    private final World world;
    private final Body[] bodies;
    private final RevoluteJoint[] joints;
    private final List<Drive> drives;
    private final List<Thing> things;

    /**
     * A world of the engine and what is looked at in it.
     *
     * @param definition whose ranges have been drawn
     * @param joints one for each of the world's drives, in their order
     */
    Scene(WorldDefinition definition, World world, Body[] bodies, RevoluteJoint[] joints) {
        this.definition = definition;
        this.world = world;
        this.bodies = bodies;
        this.joints = joints;
        this.drives = Drive.of(definition);
        this.things = Thing.of(definition);
    }

    /** A scene that goes on from a frozen one, which isn't changed. */
    static Scene thawed(WorldDefinition definition, Engine engine, Frozen frozen) {
        Frozen copy = engine.copy(frozen);
        return new Scene(definition, (World) copy.world(), (Body[]) copy.bodies(), (RevoluteJoint[]) copy.joints());
    }

    /** What frames show, from back to front. */
    List<Thing> things() {
        return things;
    }

    /** How many bodies move. */
    int bodies() {
        return bodies.length;
    }

    /** A body that moves, by its order of creation. */
    Body body(int index) {
        return bodies[index];
    }

    /** The first of the engine's list of pairs that are near each other. */
    Contact contacts() {
        return world.getContactList();
    }

    /**
     * Sets all motors, which also wakes the bodies, and advances by one step of the clock.
     *
     * @param action {@code [A]} in order of the drives; of a world without motors it is ignored
     */
    void step(float[] action) {
        for (int i = 0; i < joints.length; i++) {
            drives.get(i).drive(joints[i], action[i]);
        }
        for (int i = 0; i < definition.clock().substeps(); i++) {
            world.step(
                    (float) definition.clock().substep(),
                    definition.clock().velocityIterations(),
                    definition.clock().positionIterations());
        }
    }

    /** A copy that can be thawed any number of times. */
    Frozen frozen(Engine engine) {
        return engine.copy(new Frozen(world, bodies, joints));
    }
}
