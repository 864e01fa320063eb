package io.cradle.ingest.mcap;

import io.cradle.ingest.take.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Guesses by its name what a topic is to a world model; the rule is told in {@link McapFormat}. */
final class TopicRoles {
    private static final Set<String> ACTION = Set.of(
            "cmd",
            "cmds",
            "command",
            "commands",
            "action",
            "actions",
            "target",
            "targets",
            "goal",
            "goals",
            "setpoint",
            "setpoints",
            "trajectory");
    private static final Set<String> PROPRIO =
            Set.of("joint", "joints", "state", "states", "odom", "odometry", "imu", "encoder", "encoders");

    private TopicRoles() {}

    /** Role of a topic. */
    static Role of(String topic) {
        String last = topic.substring(topic.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        List<String> words = Arrays.asList(last.split("[^a-z0-9]+"));
        if (!Collections.disjoint(words, ACTION)) {
            return Role.ACTION;
        }
        return Collections.disjoint(words, PROPRIO) ? Role.OTHER : Role.PROPRIO;
    }
}
