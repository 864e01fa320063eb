package io.cradle.ingest.lerobot;

import io.cradle.ingest.video.VideoPart;

/**
 * Where the pictures of an episode lie.
 *
 * @param file path within the dataset
 * @param part which part of the file
 * @param fault what is wrong with what the metadata say of it; blank for nothing
 */
record Clip(String file, VideoPart part, String fault) {
    private static final double SECOND = 1e9;

    /** A file of its own. */
    static Clip whole(String file) {
        return new Clip(file, VideoPart.WHOLE, "");
    }

    /** A part of a file, from and to in seconds, which must be in order. */
    static Clip part(String file, double from, double to) {
        if (!(from >= 0 && to > from && to < Double.POSITIVE_INFINITY)) {
            return new Clip(file, VideoPart.WHOLE, "from_timestamp %s to to_timestamp %s".formatted(from, to));
        }
        long begin = Math.round(from * SECOND);
        return new Clip(file, new VideoPart(begin, Math.max(begin + 1, Math.round(to * SECOND))), "");
    }
}
