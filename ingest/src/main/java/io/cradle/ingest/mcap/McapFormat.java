package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.RowShape;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * MCAP files, each of them one take with one stream a topic.
 *
 * <p><b>Messages:</b> {@code json}, with any schema or none, and {@code cdr} with a schema in {@code ros2msg}. Every
 * number is a channel, called by where it stands ({@code pose.position.x}, {@code q[0]}), true and false are 1 and 0;
 * those of a {@code sensor_msgs/msg/JointState} are called by joint ({@code shoulder.position}). Texts, headers, and
 * fields called {@code stamp} or {@code seq} are none. A topic's first message with numbers decides its channels.
 * Pictures are {@code sensor_msgs/msg/CompressedImage} (JPEG, PNG) and {@code sensor_msgs/msg/Image} (mono8, rgb8,
 * bgr8, rgba8, bgra8).
 *
 * <p><b>Times</b> are when the recorder logged a message ({@code log_time}), for all topics: messages have stamps of
 * their own in {@code header.stamp} only where they have a header, and those may be of other clocks.
 *
 * <p><b>Roles</b> are guessed by the words of the last segment of a topic's name: cmd, command, action, target, goal,
 * setpoint (and their plurals) and trajectory are {@code ACTION}; failing these, joint, state, encoder (and their
 * plurals), odom, odometry and imu are {@code PROPRIO}; all else is {@code OTHER}.
 *
 * <p><b>Damage:</b> of a file that was cut, what is whole is read, and chunks whose check sum is wrong are left out,
 * both with a finding. A file in which a topic's time runs backwards is refused.
 *
 * <p><b>Memory</b> holds the numbers of the topics that are taken, of one file at a time, and no more than so many of them; of other topics a row.
 *
 * @param recordings at least one
 * @param taken which topics are
 */
public record McapFormat(List<Recording> recordings, Taken taken) implements TakeFormat {
    private static final String NAME = "mcap 1";

    public McapFormat {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException("Cannot read MCAP files: there is none; name a directory with *.mcap");
        }
    }

    /** Of files, none of which is opened yet, all of their numbers: one that is no MCAP keeps the others from nothing. */
    public static McapFormat of(List<Recording> recordings) {
        return new McapFormat(recordings, Taken.ALL);
    }

    /**
     * Of the same, with the numbers of some topics.
     *
     * @param proprio names of the topics that make up proprio; none for those whose names say so
     * @param action names of the topics that make up the action; none for those whose names say so
     */
    public static McapFormat of(List<Recording> recordings, List<String> proprio, List<String> action) {
        return new McapFormat(recordings, new Taken(false, proprio, action));
    }

    /**
     * Counts the messages of a file that can be read, of any encoding.
     *
     * @throws io.cradle.dataset.episode.CorruptDataException if what the file says of itself can't be true
     */
    public static long messages(Recording recording) {
        try (McapReader reader = McapReader.open(recording.path())) {
            Optional<McapMessage> message = reader.next();
            while (message.isPresent()) {
                message = reader.next();
            }
            return reader.damage().messages();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        return Stream.of(recording)
                .flatMap(file ->
                        McapTake.read(file.path(), takeName(file), new Room(taken, RowShape.MOST_NUMBERS), findings)
                                .stream());
    }

    /** The file's path below the directory that holds all of them, without its ending. */
    private String takeName(Recording recording) {
        Path root = recording.path().toAbsolutePath().getParent();
        for (Recording other : recordings) {
            while (root.getParent() != null && !other.path().toAbsolutePath().startsWith(root)) {
                root = root.getParent();
            }
        }
        String name = root.relativize(recording.path().toAbsolutePath()).toString();
        return name.replace('\\', '/').replaceFirst("(?i)\\.mcap$", "");
    }
}
