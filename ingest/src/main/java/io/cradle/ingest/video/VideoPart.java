package io.cradle.ingest.video;

import java.io.Serializable;

/**
 * A part of a video.
 *
 * @param from time in ns of its begin, from 0
 * @param to time in ns of its end, which is not a part of it; {@link Long#MAX_VALUE} for the end of the file
 */
public record VideoPart(long from, long to) implements Serializable {
    /** All of it. */
    public static final VideoPart WHOLE = new VideoPart(0, Long.MAX_VALUE);

    public VideoPart {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException(
                    "Invalid part [%d, %d) ns of a video: must be in order, from 0 on".formatted(from, to));
        }
    }
}
