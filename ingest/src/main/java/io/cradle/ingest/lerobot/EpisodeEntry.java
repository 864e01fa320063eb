package io.cradle.ingest.lerobot;

import io.cradle.dataset.spec.Ordered;
import java.util.List;
import java.util.Map;

/**
 * What the metadata say of an episode.
 *
 * @param index its number in the dataset
 * @param length steps that it should have; below 0 where the metadata give no number
 * @param tasks what the robot was to do in it
 * @param clips by name of the film where its pictures are
 */
record EpisodeEntry(long index, long length, List<String> tasks, Map<String, Clip> clips) {
    EpisodeEntry {
        tasks = List.copyOf(tasks);
        clips = Ordered.copyOf(clips);
    }
}
