package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * A part of a robot that hangs on another.
 *
 * @param body the part
 * @param joint the hinge it hangs on
 */
public record LimbDefinition(BodyDefinition body, JointDefinition joint) implements Serializable {
    public LimbDefinition {
        Checks.present("body", body);
        Checks.present("joint", joint);
    }
}
