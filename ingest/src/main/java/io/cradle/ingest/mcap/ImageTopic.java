package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.take.Film;
import java.nio.file.Path;
import java.util.Optional;

/** A topic of pictures. Only their sizes and formats are looked at; pixels are read again when its film is opened. */
final class ImageTopic implements Topic {
    private final Path file;
    private final McapChannel channel;
    private final ImageMessage.Kind kind;
    private final Tally tally;
    private long pictures;
    private long time;
    private long replaced;

    ImageTopic(Path file, McapChannel channel, ImageMessage.Kind kind) {
        this.file = file;
        this.channel = channel;
        this.kind = kind;
        this.tally = new Tally(channel.topic());
    }

    @Override
    public void add(McapMessage message) {
        try {
            ImageMessage image = ImageMessage.of(kind, message.data());
            if (image.isKnown()) {
                count(message.time());
            } else {
                tally.add("image format unsupported", message.time(), image.format());
            }
        } catch (IllegalArgumentException unreadable) {
            tally.add("message unreadable", message.time(), unreadable.getMessage());
        }
    }

    @Override
    public Optional<Film> film() {
        return pictures == 0 ? Optional.empty() : Optional.of(new McapFilm(file, channel, kind));
    }

    @Override
    public void report(String name, Findings findings) {
        tally.report(name, findings);
        if (replaced > 0) {
            findings.add(Finding.noticed(
                    name,
                    "topic " + channel.topic(),
                    "equal stamps",
                    "%d pictures have the stamp of the one that follows and were left out; mend the recorder's clock"
                            .formatted(replaced)));
        }
    }

    private void count(long stamp) {
        replaced += pictures > 0 && stamp == time ? 1 : 0;
        time = stamp;
        pictures++;
    }
}
