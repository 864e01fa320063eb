package io.cradle.ingest.mcap;

import java.util.Set;

/** Names of ROS that mean something special. */
final class RosTypes {
    private static final Set<String> CLOCKS = Set.of("stamp", "seq");

    private RosTypes() {}

    /** Whether a field tells when a message was sent, and so is no number of the robot's. */
    static boolean isClock(String field) {
        return CLOCKS.contains(field);
    }

    /** {@code pkg/Name} of {@code pkg/msg/Name}. */
    static String shortened(String name) {
        return name.replace("/msg/", "/");
    }

    /** What a schema need not define. */
    static String wellKnown(String name) {
        return switch (name) {
            case "builtin_interfaces/Time", "builtin_interfaces/Duration" -> "int32 sec\nuint32 nanosec";
            case "std_msgs/Header" -> "builtin_interfaces/Time stamp\nstring frame_id";
            default ->
                throw new IllegalArgumentException(
                        "its schema does not define '%s'; record with all definitions, as rosbag2 does"
                                .formatted(name));
        };
    }
}
