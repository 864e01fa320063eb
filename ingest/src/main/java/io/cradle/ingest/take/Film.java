package io.cradle.ingest.take;

/** A stream of pictures that is decoded only when it is asked for, such as a part of a video file. */
public interface Film {
    /** As the source has it, such as {@code observation.images.front}. */
    String name();

    /** The file that it has to itself, such as a video beside a table of numbers; blank where it lies in the take's own. */
    default String ownFile() {
        return "";
    }

    /**
     * Begins to decode it.
     *
     * @param colours whether pictures are wanted in colour; gray otherwise
     * @throws io.cradle.dataset.episode.CorruptDataException if it can't be decoded
     */
    FilmReader open(Colours colours);

    /**
     * Begins to decode what is wanted smaller: pictures may come in that size already, each pixel the mean of those that it stands for, with {@link
     * Picture#points} as they were taken.
     *
     * @param size of whole pictures, smaller or not
     * @throws io.cradle.dataset.episode.CorruptDataException if it can't be decoded
     */
    default FilmReader open(Colours colours, Size size) {
        return open(colours);
    }

    /** H and W of pictures. */
    record Size(int height, int width) {}

    /** Colours of pictures. */
    enum Colours {
        /** C = 1. */
        GRAY,
        /** C = 3. */
        RGB
    }
}
