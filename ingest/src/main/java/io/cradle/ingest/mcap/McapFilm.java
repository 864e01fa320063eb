package io.cradle.ingest.mcap;

import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import java.nio.file.Path;

/**
 * Pictures of one topic.
 *
 * @param file the file, read anew each time that the film is opened
 * @param channel a channel of the topic; others of the same kind are taken too
 * @param kind kind of messages
 */
record McapFilm(Path file, McapChannel channel, ImageMessage.Kind kind) implements Film {
    @Override
    public String name() {
        return channel.topic();
    }

    @Override
    public FilmReader open(Colours colours) {
        return new McapFilmReader(this, McapReader.open(file), colours);
    }

    /** Whether a message may be one of its pictures. */
    boolean shows(McapMessage message) {
        return message.channel().topic().equals(channel.topic())
                && message.channel().carriesSameAs(channel);
    }
}
