package io.cradle.ingest.lerobot;

import java.util.Map;

/**
 * What the metadata say of an episode.
 *
 * @param index its number in the dataset
 * @param length steps that it should have; below 0 where the metadata give no number
 * @param clips by name of the film where its pictures are
 */
record EpisodeEntry(long index, long length, Map<String, Clip> clips) {
    EpisodeEntry {
        clips = Map.copyOf(clips);
    }
}
