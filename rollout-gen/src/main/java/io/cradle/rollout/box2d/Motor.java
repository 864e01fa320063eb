package io.cradle.rollout.box2d;

import org.jbox2d.dynamics.joints.RevoluteJoint;

/**
 * A joint that an action drives.
 *
 * @param name such as {@code urchin0:aleg:speed}
 * @param joint the joint
 * @param speed rad/s at the action 1
 */
record Motor(String name, RevoluteJoint joint, double speed) {
    void drive(float action) {
        joint.setMotorSpeed((float) (speed * action));
    }
}
