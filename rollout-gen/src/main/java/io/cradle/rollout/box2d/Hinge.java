package io.cradle.rollout.box2d;

import io.cradle.rollout.world.JointDefinition;
import io.cradle.rollout.world.LimbDefinition;
import io.cradle.rollout.world.PinDefinition;
import io.cradle.rollout.world.Point;
import io.cradle.rollout.world.RobotDefinition;
import java.util.List;
import org.jbox2d.common.Vec2;
import org.jbox2d.dynamics.Body;
import org.jbox2d.dynamics.World;
import org.jbox2d.dynamics.joints.RevoluteJoint;
import org.jbox2d.dynamics.joints.RevoluteJointDef;

/** Hangs limbs on robots, and objects on the background. */
final class Hinge {
    /** Angles in rad that are equal but for the rounding of a pose to float32. */
    private static final double ROUNDING = 1e-4;

    private Hinge() {}

    /**
     * Joins a limb to its parent.
     *
     * @param parts bodies of the robot so far, the limb's the last
     * @return the joint
     */
    static RevoluteJoint hang(RobotDefinition robot, int limb, World world, List<Body> parts) {
        LimbDefinition definition = robot.limbs().get(limb);
        JointDefinition joint = definition.joint();
        RevoluteJointDef def = new RevoluteJointDef();
        def.bodyA = parts.get(robot.parentOf(limb));
        def.bodyB = parts.get(limb + 1);
        def.localAnchorA.set(vector(joint.parentAnchor()));
        def.localAnchorB.set(vector(joint.childAnchor()));
        def.referenceAngle = zero(def.bodyA, def.bodyB, spawned(robot, limb));
        def.enableLimit = joint.limits().bounded();
        if (def.enableLimit) {
            def.lowerAngle = (float) joint.limits().low();
            def.upperAngle = (float) joint.limits().high();
        }
        def.enableMotor = true;
        def.maxMotorTorque = (float) joint.torque();
        return (RevoluteJoint) world.createJoint(def);
    }

    /** Fastens an object to the background where it is. */
    static void pin(PinDefinition pin, World world, Body background, Body object) {
        RevoluteJointDef def = new RevoluteJointDef();
        def.initialize(background, object, object.getWorldPoint(vector(pin.anchor())));
        def.enableLimit = pin.limits().bounded();
        if (def.enableLimit) {
            def.lowerAngle = (float) pin.limits().low();
            def.upperAngle = (float) pin.limits().high();
        }
        def.enableMotor = pin.torque() > 0;
        def.maxMotorTorque = (float) pin.torque();
        world.createJoint(def);
    }

    /**
     * The angle between child and parent at which the joint reads 0. At spawn it is just their difference, whatever full
     * turns are in it, as in pybox2d. A pose from the middle of a motion must not move the limits, so there it is that
     * difference less the joint's nearest angle.
     *
     * @param spawned rad, between child and parent when the world draws the pose
     */
    private static float zero(Body parent, Body child, double spawned) {
        float difference = child.getAngle() - parent.getAngle();
        double turned = StrictMath.IEEEremainder(difference - spawned, 2 * Math.PI);
        return Math.abs(turned) < ROUNDING ? difference : (float) (difference - turned);
    }

    private static double spawned(RobotDefinition robot, int limb) {
        int parent = robot.parentOf(limb);
        double parentAngle =
                parent == 0 ? 0 : robot.limbs().get(parent - 1).joint().angle();
        return robot.limbs().get(limb).joint().angle() - parentAngle;
    }

    private static Vec2 vector(Point point) {
        return new Vec2((float) point.x(), (float) point.y());
    }
}
