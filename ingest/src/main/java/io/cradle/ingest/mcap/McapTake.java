package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Sorts a file's messages by topic, in one pass. */
final class McapTake {
    private final Path file;
    private final String name;
    private final Findings findings;
    private final Room room;
    private final Map<Integer, Lane> channels = new HashMap<>();
    private final Map<String, Lane> topics = new TreeMap<>();
    private final Map<String, Lane> strangers = new TreeMap<>();

    private McapTake(Path file, String name, Room room, Findings findings) {
        this.room = room;
        this.file = file;
        this.name = name;
        this.findings = findings;
    }

    /** A topic and the stamp of its last message. */
    private static final class Lane {
        private final McapChannel channel;
        private final Topic topic;
        private long time;

        Lane(McapChannel channel, Topic topic) {
            this.channel = channel;
            this.topic = topic;
        }
    }

    /** Reads a file; empty if it was refused. */
    static Optional<Take> read(Path file, String name, Room room, Findings findings) {
        try (McapReader messages = McapReader.open(file)) {
            return new McapTake(file, name, room, findings).read(messages);
        }
    }

    private Optional<Take> read(McapReader messages) {
        for (Optional<McapMessage> next = messages.next(); next.isPresent(); next = messages.next()) {
            McapMessage message = next.get();
            Lane lane = channels.computeIfAbsent(message.channel().id(), id -> lane(message.channel()));
            if (message.time() < lane.time) {
                refuse("topic " + message.channel().topic(), "time runs backwards", backwards(message, lane));
                return Optional.empty();
            }
            lane.time = message.time();
            lane.topic.add(message);
            if (room.isOver()) {
                refuse("topic " + message.channel().topic(), "too large", tooLarge());
                return Optional.empty();
            }
        }
        messages.damage().report(findings);
        topics.values().forEach(lane -> lane.topic.report(file.toString(), findings));
        strangers.values().forEach(lane -> lane.topic.report(file.toString(), findings));
        return take(messages.damage().messages());
    }

    /** Channels of one topic are one stream if they carry the same. */
    private Lane lane(McapChannel channel) {
        Lane known = topics.computeIfAbsent(channel.topic(), topic -> new Lane(channel, Topic.of(file, channel, room)));
        if (known.channel.carriesSameAs(channel)) {
            return known;
        }
        return strangers.computeIfAbsent(channel.topic(), topic -> new Lane(channel, twice(channel)));
    }

    private static Topic twice(McapChannel channel) {
        return new LeftOutTopic(
                channel.topic(),
                "topic declared twice",
                "channel %d has another encoding or schema than the topic's first; record it as a topic of its own"
                        .formatted(channel.id()));
    }

    private Optional<Take> take(long messages) {
        List<Track> tracks = topics.values().stream()
                .flatMap(lane -> lane.topic.track().stream())
                .toList();
        List<Film> films = topics.values().stream()
                .flatMap(lane -> lane.topic.film().stream())
                .toList();
        if (tracks.isEmpty() && films.isEmpty()) {
            refuse(
                    "",
                    "nothing to read",
                    "%d messages were read, and none holds numbers or pictures that can be read; re-record, or leave the file out"
                            .formatted(messages));
            return Optional.empty();
        }
        return Optional.of(new Take(
                file.toString(),
                name,
                RecordingFiles.digest(file),
                0,
                tracks,
                films,
                0,
                RecordingFiles.declaredSplit(file)));
    }

    private void refuse(String place, String reason, String detail) {
        findings.add(Finding.refused(file.toString(), place, reason, detail));
    }

    private String tooLarge() {
        return "with this topic's there are more than %d numbers to hold in memory; name fewer topics in ingest.streams.proprio and ingest.streams.action, or cut the recording, as 'mcap filter' does"
                .formatted(room.most());
    }

    private static String backwards(McapMessage message, Lane lane) {
        return message.time() < 0
                ? "a message was logged at %s ns, later than the year 2262; mend the recorder's clock"
                        .formatted(Long.toUnsignedString(message.time()))
                : "a message logged at %d ns follows one of %d ns; sort the file with 'mcap sort'"
                        .formatted(message.time(), lane.time);
    }
}
