package io.cradle.rollout.world;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A tree of bodies held together by motors.
 *
 * @param type kind of robot, such as {@code urchin}
 * @param name unique in its world, such as {@code urchin0}
 * @param spawn where the root begins; limbs follow from the joints
 * @param root the part that everything hangs on
 * @param limbs in order of creation, each after its parent
 * @param control what actions set; SPEED if left out
 */
public record RobotDefinition(
        String type, String name, Spawn spawn, BodyDefinition root, List<LimbDefinition> limbs, Control control)
        implements Serializable {
    /** What the actions of a robot set. */
    public enum Control {
        /** The speed that each motor holds with all the torque it has: a velocity servo. */
        SPEED,
        /** The torque of each motor, which pushes until its greatest speed is reached. */
        TORQUE
    }

    public RobotDefinition {
        Checks.name("type of a robot", type);
        Checks.name("name of a robot", name);
        Checks.present("spawn", spawn);
        Checks.present("root", root);
        Checks.present("limbs", limbs);
        limbs = List.copyOf(limbs);
        control = control == null ? Control.SPEED : control;
        Set<String> known = new HashSet<>(Set.of(root.name()));
        for (LimbDefinition limb : limbs) {
            if (!known.contains(limb.joint().parent())) {
                throw new IllegalArgumentException(
                        "Invalid joint of limb '%s' of robot '%s': parent '%s' is not among the parts before it, %s"
                                .formatted(
                                        limb.body().name(), name, limb.joint().parent(), known));
            }
            if (!known.add(limb.body().name())) {
                throw new IllegalArgumentException("Invalid robot '%s': two parts are called '%s'"
                        .formatted(name, limb.body().name()));
            }
        }
    }

    /** All parts in order of creation, the root first. */
    public List<BodyDefinition> parts() {
        return Stream.concat(Stream.of(root), limbs.stream().map(LimbDefinition::body))
                .toList();
    }

    /** Position in {@link #parts} of the part on which limb {@code limb} hangs. */
    public int parentOf(int limb) {
        String parent = limbs.get(limb).joint().parent();
        return parts().stream().map(BodyDefinition::name).toList().indexOf(parent);
    }
}
