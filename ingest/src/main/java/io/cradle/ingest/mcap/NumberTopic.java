package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Track;
import java.util.List;
import java.util.Optional;

/** A topic of numbers. Of messages of one stamp the last one counts. */
final class NumberTopic implements Topic {
    private final String name;
    private final MessageDecoder decoder;
    private final Numbers numbers;
    private final Tally tally;
    private final Room room;
    private Optional<Track.Builder> track = Optional.empty();
    private float[] pending = {};
    private long time;
    private long replaced;
    private boolean excessive;

    NumberTopic(String name, MessageDecoder decoder, Numbers.Naming naming, Room room) {
        this.room = room;
        this.name = name;
        this.decoder = decoder;
        this.numbers = new Numbers(naming);
        this.tally = new Tally(name);
    }

    @Override
    public void add(McapMessage message) {
        if (excessive || !decode(message)) {
            if (excessive) {
                tally.add("too many numbers", message.time(), excess());
            }
        } else if (numbers.fits()) {
            keep(message.time());
        } else if (numbers.isFixed()) {
            tally.add("other length", message.time(), otherLength());
        } else {
            tally.add("no numbers", message.time(), "it holds no number; leave the topic out if it is of no use");
        }
    }

    @Override
    public Optional<Track> track() {
        flush();
        return track.map(Track.Builder::build);
    }

    @Override
    public void report(String file, Findings findings) {
        tally.report(file, findings);
        if (replaced > 0) {
            findings.add(Finding.noticed(
                    file,
                    "topic " + name,
                    "equal stamps",
                    "%d messages have the stamp of the one that follows and were left out; mend the recorder's clock"
                            .formatted(replaced)));
        }
    }

    private boolean decode(McapMessage message) {
        numbers.begin();
        try {
            decoder.decode(message.data(), numbers);
            return true;
        } catch (TooManyNumbersException tooMany) {
            excessive = true;
        } catch (IllegalArgumentException unreadable) {
            numbers.breakOff();
            tally.add("message unreadable", message.time(), unreadable.getMessage());
        }
        return false;
    }

    private void keep(long stamp) {
        if (track.isEmpty()) {
            track = Optional.of(Track.named(name, TopicRoles.of(name), numbers.names()));
        } else if (stamp == time) {
            replaced++;
        } else {
            flush();
        }
        pending = numbers.row();
        time = stamp;
    }

    private void flush() {
        if (pending.length > 0) {
            track.filter(rows -> room.keeps(name, rows.steps())).ifPresent(this::hold);
            pending = new float[0];
        }
    }

    private void hold(Track.Builder rows) {
        rows.add(time, pending);
        room.hold(pending.length);
    }

    private String otherLength() {
        List<String> names = numbers.names();
        return "it holds %d numbers of the %d that the topic's first message has (%s%s); record it as a topic of its own"
                .formatted(
                        numbers.count(),
                        names.size(),
                        String.join(", ", names.subList(0, Math.min(8, names.size()))),
                        names.size() > 8 ? ", …" : "");
    }

    private static String excess() {
        return "it holds more than %d numbers; leave the topic out, or record it as an image".formatted(Numbers.MOST);
    }
}
