package io.cradle.ingest.rlds;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.take.EncodedPicture;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.FilmReader;
import io.cradle.ingest.take.Picture;
import java.io.IOException;
import java.util.Optional;

/** Pictures of an episode, each encoded as PNG or JPEG; they lie in the record, which is in memory. */
final class RldsFilm implements Film {
    private static final int PNG = 0x89504e47;
    private static final int JPEG = 0xffd8ff;

    private final String name;
    private final String place;
    private final TfFeature pictures;
    private final RldsSource source;

    RldsFilm(String name, String place, TfFeature pictures, RldsSource source) {
        this.name = name;
        this.place = place;
        this.pictures = pictures;
        this.source = source;
    }

    /** Whether bytes start as those of PNG or JPEG do. */
    static boolean isPicture(byte[] bytes) {
        return starts(bytes, PNG, Integer.BYTES) || starts(bytes, JPEG, Integer.BYTES - 1);
    }

    private static boolean starts(byte[] bytes, int magic, int length) {
        int start = 0;
        for (int i = 0; i < Math.min(length, bytes.length); i++) {
            start = (start << Byte.SIZE) | Byte.toUnsignedInt(bytes[i]);
        }
        return bytes.length >= length && start == magic;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public FilmReader open(Colours colours) {
        return new FilmReader() {
            private int step;

            @Override
            public Optional<Picture> next() {
                return step == pictures.size() ? Optional.empty() : Optional.of(picture(step++, colours));
            }

            @Override
            public void close() {}
        };
    }

    private Picture picture(int step, Colours colours) {
        try {
            return EncodedPicture.decode(pictures.piece(step), source.time(step), colours);
        } catch (IOException broken) {
            throw new CorruptDataException(
                    source.file(),
                    "%s, step %d, '%s': %s; write the episode again or leave it out"
                            .formatted(place, step, name, broken.getMessage()),
                    broken);
        }
    }
}
