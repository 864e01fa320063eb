package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.Optional;

/** What becomes of the messages of one topic. */
sealed interface Topic permits NumberTopic, ImageTopic, LeftOutTopic {
    /** Takes a message, the next one in order of time. */
    void add(McapMessage message);

    /** Tells what of it was left out. To be called once, after the last message. */
    void report(String file, Findings findings);

    /** Its numbers, if it has any. */
    default Optional<Track> track() {
        return Optional.empty();
    }

    /** Its pictures, if it has any. */
    default Optional<Film> film() {
        return Optional.empty();
    }

    /**
     * What is to be done with a channel's messages.
     *
     * @param file the file that it is of, which a film reads again
     * @param room for the numbers of all of the file's topics
     */
    static Topic of(Path file, McapChannel channel, Room room) {
        McapSchema schema = channel.schema();
        if (channel.encoding().equals("json")) {
            return new NumberTopic(channel.topic(), new JsonDecoder(), Numbers.Naming.PATHS, room);
        }
        if (!channel.encoding().equals("cdr") || !schema.encoding().equals("ros2msg")) {
            return LeftOutTopic.unsupported(channel);
        }
        for (ImageMessage.Kind kind : ImageMessage.Kind.values()) {
            if (kind.is(schema)) {
                return new ImageTopic(file, channel, kind);
            }
        }
        return numbers(channel, room);
    }

    private static Topic numbers(McapChannel channel, Room room) {
        String name = channel.schema().name();
        try {
            CdrDecoder decoder =
                    new CdrDecoder(RosSchema.parse(name, channel.schema().text()));
            boolean joints = RosTypes.shortened(name).equals("sensor_msgs/JointState");
            return new NumberTopic(
                    channel.topic(), decoder, joints ? Numbers.Naming.JOINTS : Numbers.Naming.PATHS, room);
        } catch (IllegalArgumentException refused) {
            return new LeftOutTopic(channel.topic(), "schema unsupported", refused.getMessage());
        }
    }
}
