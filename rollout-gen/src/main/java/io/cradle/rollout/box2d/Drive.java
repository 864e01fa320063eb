package io.cradle.rollout.box2d;

import io.cradle.dataset.spec.Channel;
import io.cradle.rollout.world.JointDefinition;
import io.cradle.rollout.world.LimbDefinition;
import io.cradle.rollout.world.RobotDefinition;
import io.cradle.rollout.world.WorldDefinition;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jbox2d.dynamics.joints.RevoluteJoint;

/**
 * How an action drives a joint.
 *
 * @param name such as {@code urchin0:aleg:speed}
 * @param control what the action sets
 * @param speed rad/s, the greatest
 * @param torque N·m, the greatest
 */
record Drive(String name, RobotDefinition.Control control, double speed, double torque) {
    /** Of all joints of a world that an action drives, sorted by name: one number of the action each. */
    static List<Drive> of(WorldDefinition world) {
        return world.robots().stream()
                .flatMap(Drive::of)
                .sorted(Comparator.comparing(Drive::name))
                .toList();
    }

    /** Name of the drive of a limb's joint. */
    static String name(RobotDefinition robot, LimbDefinition limb) {
        String quantity = robot.control() == RobotDefinition.Control.SPEED ? "speed" : "torque";
        return robot.name() + ":" + limb.body().name() + ":" + quantity;
    }

    Channel channel() {
        return control == RobotDefinition.Control.SPEED
                ? new Channel(name, "rad/s", -speed, speed)
                : new Channel(name, "N·m", -torque, torque);
    }

    /** Also wakes the bodies. */
    void drive(RevoluteJoint joint, float action) {
        if (control == RobotDefinition.Control.SPEED) {
            joint.setMotorSpeed((float) (speed * action));
            return;
        }
        joint.setMotorSpeed((float) (speed * Math.signum(action)));
        joint.setMaxMotorTorque((float) (torque * Math.abs(action)));
    }

    private static Stream<Drive> of(RobotDefinition robot) {
        return robot.limbs().stream().filter(limb -> limb.joint().driven()).map(limb -> of(robot, limb));
    }

    private static Drive of(RobotDefinition robot, LimbDefinition limb) {
        JointDefinition joint = limb.joint();
        return new Drive(name(robot, limb), robot.control(), joint.speed(), joint.torque());
    }
}
