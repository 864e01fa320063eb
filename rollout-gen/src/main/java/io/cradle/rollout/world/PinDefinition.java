package io.cradle.rollout.world;

import java.io.Serializable;

/**
 * Fastens an object to the background: it can turn about the pin and do nothing else.
 *
 * @param anchor where the pin goes through the object, from the object's origin
 * @param limits rad around the object's angle at spawn; none if left out
 * @param torque N·m of dry friction in the pin; 0 turns freely
 */
public record PinDefinition(Point anchor, Range limits, double torque) implements Serializable {
    public PinDefinition {
        Checks.present("anchor", anchor);
        limits = limits == null ? Range.ENDLESS : limits;
        Checks.within("torque", torque, 0, 1e6);
    }
}
