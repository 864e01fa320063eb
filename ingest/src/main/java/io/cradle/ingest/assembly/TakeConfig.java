package io.cradle.ingest.assembly;

import io.cradle.ingest.align.Interpolation;
import io.cradle.ingest.frame.FramesConfig;
import java.io.Serializable;
import java.util.Map;

/**
 * How takes become episodes.
 *
 * @param world name of the robot; blank for what the path tells
 * @param rate steps a second in Hz that all is put on; 0 keeps the steps as recorded
 * @param rowRate rows a second in Hz of recordings that have neither stamps nor a declared rate; 0 where that is not known
 * @param longestGap seconds between two stamps that are still bridged; what lies in a longer gap is marked as not measured. 0
 *     bridges any
 * @param episodeSteps steps after which a recording is cut into the next episode; 0 makes one of a take
 * @param streams which numbers
 * @param frames which pictures
 * @param splits what is held out
 */
public record TakeConfig(
        String world,
        double rate,
        double rowRate,
        double longestGap,
        int episodeSteps,
        StreamsConfig streams,
        FramesConfig frames,
        SplitsConfig splits)
        implements Serializable {
    /** As recorded, frames of the LCD's size. */
    public static final TakeConfig RECORDED =
            new TakeConfig("", 0, 0, 0, 0, StreamsConfig.TOLD, FramesConfig.LCD, SplitsConfig.NONE);

    private static final double FASTEST = 1e6;

    public TakeConfig {
        if (!(rate >= 0) || rate > FASTEST) {
            throw new IllegalArgumentException(
                    "Invalid ingest.rate=%s: must be 0 (as recorded) or a number of Hz, at most %s"
                            .formatted(rate, FASTEST));
        }
        if (!(rowRate >= 0) || rowRate > FASTEST) {
            throw new IllegalArgumentException(
                    "Invalid ingest.rowRate=%s: must be 0 (not known) or a number of Hz, at most %s"
                            .formatted(rowRate, FASTEST));
        }
        if (!(longestGap >= 0)) {
            throw new IllegalArgumentException(
                    "Invalid ingest.longestGap=%s: must be 0 (any) or a number of seconds".formatted(longestGap));
        }
        if (episodeSteps < 0) {
            throw new IllegalArgumentException(
                    "Invalid ingest.episodeSteps=%d: must be 0 (whole takes) or more".formatted(episodeSteps));
        }
    }

    /** What of it an episode is made by: its world and split an episode tells itself, whoever decided them. */
    TakeConfig making() {
        return new TakeConfig("", rate, rowRate, longestGap, episodeSteps, streams, frames, SplitsConfig.NONE);
    }

    /** The same, with what a source declares to stand between two stamps of its streams, by their names. */
    public TakeConfig declaring(Map<String, Interpolation> interpolation) {
        return new TakeConfig(
                world, rate, rowRate, longestGap, episodeSteps, streams.declaring(interpolation), frames, splits);
    }

    /** Greatest time between two stamps in ns that is bridged. */
    double longestGapNs() {
        return longestGap == 0 ? Double.POSITIVE_INFINITY : longestGap * 1e9;
    }
}
