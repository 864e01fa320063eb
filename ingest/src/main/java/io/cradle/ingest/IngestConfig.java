package io.cradle.ingest;

import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.frame.FramesConfig;
import java.io.Serializable;

/**
 * Section {@code ingest} of the configuration: what the files of a source do not say of themselves, and what becomes of them.
 * {@link TakeConfig} says what {@code rate}, {@code longestGap} and {@code episodeSteps} are; CSV has its own.
 *
 * @param source path of the recordings that {@code cradle run} begins with; blank where it begins with rollouts
 * @param world name of the world or robot; blank for the one that the path tells
 * @param rate steps a second in Hz; 0 keeps the steps as recorded
 * @param rowRate rows a second in Hz of recordings without stamps and rate
 * @param longestGap seconds that are bridged; 0 bridges any
 * @param episodeSteps steps after which a recording is cut; 0 makes one episode of a take
 * @param commitRecordings how many recordings are committed at a time: what a killed job can lose
 * @param streams which numbers are taken
 * @param frames what becomes of pictures
 * @param splits what is held out
 * @param csv how CSV is read; {@link CsvMapping#NONE} where no CSV is read
 */
public record IngestConfig(
        String source,
        String world,
        double rate,
        double rowRate,
        double longestGap,
        int episodeSteps,
        int commitRecordings,
        StreamsConfig streams,
        FramesConfig frames,
        SplitsConfig splits,
        CsvMapping csv)
        implements Serializable {
    private static final int RECORDINGS = 1000;

    /** Says nothing. */
    public static final IngestConfig NONE = csv("", CsvMapping.NONE);

    public IngestConfig {
        source = source.strip();
        world = world.strip();
        if (commitRecordings < 1) {
            throw new IllegalArgumentException(
                    "Invalid ingest.commitRecordings=%d: must be at least 1".formatted(commitRecordings));
        }
        new TakeConfig(
                world, rate, rowRate, longestGap, episodeSteps, streams, frames, splits); // checks what it is made of
    }

    /** Says how CSV is read. */
    public static IngestConfig csv(String world, CsvMapping csv) {
        return new IngestConfig(
                "", world, 0, 0, 0, 0, RECORDINGS, StreamsConfig.TOLD, FramesConfig.LCD, SplitsConfig.NONE, csv);
    }

    /** How takes become episodes. */
    public TakeConfig takes() {
        return new TakeConfig(world, rate, rowRate, longestGap, episodeSteps, streams, frames, splits);
    }
}
