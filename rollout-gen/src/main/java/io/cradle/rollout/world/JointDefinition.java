package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * A motor-driven hinge between a limb and the part it hangs on.
 *
 * @param parent name of that part
 * @param angle rad, of the limb against the robot's <em>root</em> at spawn; the joint's own zero is there
 * @param parentAnchor where the hinge is on the parent
 * @param childAnchor where it is on the limb
 * @param limits rad around the zero; from -Infinity to Infinity where there are none, a single number where the joint is rigid
 * @param speed rad/s that the action 1 asks of the motor
 * @param torque N·m that the motor has at most; 0 swings freely
 */
public record JointDefinition(
        String parent, double angle, Point parentAnchor, Point childAnchor, Range limits, double speed, double torque)
        implements Serializable {
    public JointDefinition {
        Checks.name("parent of a joint", parent);
        Checks.within("angle", angle, -100, 100);
        Checks.present("parentAnchor", parentAnchor);
        Checks.present("childAnchor", childAnchor);
        Checks.present("limits", limits);
        Checks.within("speed", speed, 1e-6, 1e3);
        Checks.within("torque", torque, 0, 1e6);
    }

    /** Whether an action drives it: rigid joints have none, nor have those without torque. */
    public boolean driven() {
        return !limits.single() && torque > 0;
    }
}
