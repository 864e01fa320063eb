package io.cradle.ingest.mcap;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.Film.Colours;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.util.Optional;

/** Decodes the pictures of a topic; of those of one stamp the last one. What cannot be one was left out already. */
final class McapFilmReader implements FilmReader {
    private final McapFilm film;
    private final McapReader messages;
    private final Colours colours;
    private Optional<Shot> ahead = Optional.empty();
    private boolean begun;

    McapFilmReader(McapFilm film, McapReader messages, Colours colours) {
        this.film = film;
        this.messages = messages;
        this.colours = colours;
    }

    /** A picture that is not decoded yet, with its stamp in ns. */
    private record Shot(long time, ImageMessage image) {}

    @Override
    public Optional<Picture> next() {
        Optional<Shot> shown = begun ? ahead : shot();
        begun = true;
        ahead = shown.isEmpty() ? shown : shot();
        while (shown.isPresent()
                && ahead.isPresent()
                && ahead.get().time() == shown.get().time()) {
            shown = ahead;
            ahead = shot();
        }
        return shown.map(this::decode);
    }

    @Override
    public void close() {
        messages.close();
    }

    private Optional<Shot> shot() {
        for (Optional<McapMessage> next = messages.next(); next.isPresent(); next = messages.next()) {
            Optional<Shot> shot = next.filter(film::shows).flatMap(this::readable);
            if (shot.isPresent()) {
                return shot;
            }
        }
        return Optional.empty();
    }

    private Optional<Shot> readable(McapMessage message) {
        try {
            ImageMessage image = ImageMessage.of(film.kind(), message.data());
            return image.isKnown() ? Optional.of(new Shot(message.time(), image)) : Optional.empty();
        } catch (IllegalArgumentException counted) {
            return Optional.empty();
        }
    }

    private Picture decode(Shot shot) {
        try {
            return shot.image().decode(shot.time(), colours);
        } catch (IllegalArgumentException damaged) {
            throw new CorruptDataException(
                    film.file().toString(),
                    "topic %s, %d ns: %s".formatted(film.name(), shot.time(), damaged.getMessage()),
                    damaged);
        }
    }
}
