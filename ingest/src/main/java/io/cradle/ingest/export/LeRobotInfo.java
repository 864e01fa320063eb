package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.cradle.dataset.episode.Split;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Collects what {@code meta/info.json} says of a dataset. */
final class LeRobotInfo {
    private static final int CHUNK_FILES = 1000;
    private static final int DATA_MEGABYTES = 100;
    private static final int VIDEO_MEGABYTES = 500;

    private final List<Feature> features;
    private final Map<Split, Long> episodes = new EnumMap<>(Split.class);
    private final TreeSet<String> worlds = new TreeSet<>();
    private long frames;
    private Split last = Split.TRAIN;

    /**
     * Of a dataset with these columns.
     *
     * @throws IllegalArgumentException if their rates differ
     */
    LeRobotInfo(List<Feature> features) {
        this.features = features;
        features.forEach(feature -> {
            if (feature.spec().rate() != rate()) {
                throw new IllegalArgumentException(
                        "Cannot export tensor '%s' as lerobot: it has %s steps a second and '%s' %s, and a dataset of LeRobot has one rate; use --as npz"
                                .formatted(
                                        feature.spec().name(),
                                        feature.spec().rate(),
                                        features.get(0).spec().name(),
                                        rate()));
            }
        });
    }

    /** Steps a second, Hz. */
    double rate() {
        return features.get(0).spec().rate();
    }

    /**
     * Counts an episode.
     *
     * @return its number
     */
    long add(Split split, int steps, String world) {
        if (split.compareTo(last) < 0) {
            throw new IllegalArgumentException(
                    "Invalid order of episodes: one of %s comes after one of %s".formatted(split, last));
        }
        long index = count();
        last = split;
        episodes.merge(split, 1L, Long::sum);
        frames += steps;
        worlds.add(world);
        return index;
    }

    private long count() {
        return episodes.values().stream().mapToLong(Long::longValue).sum();
    }

    ObjectNode json(int tasks) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("codebase_version", "v3.0")
                .put("robot_type", String.join("+", worlds))
                .put("total_episodes", count())
                .put("total_frames", frames)
                .put("total_tasks", tasks)
                .put("chunks_size", CHUNK_FILES)
                .put("data_files_size_in_mb", DATA_MEGABYTES)
                .put("video_files_size_in_mb", VIDEO_MEGABYTES);
        if (rate() == Math.rint(rate())) {
            node.put("fps", (long) rate());
        } else {
            node.put("fps", rate());
        }
        splits(node.putObject("splits"));
        node.put("data_path", "data/chunk-{chunk_index:03d}/file-{file_index:03d}.parquet");
        node.putNull("video_path");
        ObjectNode columns = node.putObject("features");
        for (int i = 0; i < features.size(); i++) {
            describe(columns.putObject(features.get(i).key()), features.get(i), i);
        }
        key(columns, "timestamp", "float32");
        List.of("frame_index", "episode_index", "index", "task_index").forEach(key -> key(columns, key, "int64"));
        return node;
    }

    private void splits(ObjectNode splits) {
        long from = 0;
        for (Map.Entry<Split, Long> split : episodes.entrySet()) {
            long to = from + split.getValue();
            splits.put(split.getKey().name().toLowerCase(Locale.ROOT), from + ":" + to);
            from = to;
        }
    }

    /** Shapes are flat, for their library wants nested lists, each with a type of its own, where there is more than one axis. */
    private static void describe(ObjectNode node, Feature feature, int place) {
        node.put("dtype", feature.dtype());
        node.putArray("shape").add(feature.spec().elements());
        if (feature.names().isEmpty()) {
            node.putNull("names");
        } else {
            feature.names().forEach(node.putArray("names")::add);
        }
        node.set(LeRobotExport.NOTE, SpecJson.of(feature.spec()).put("place", place));
    }

    private static void key(ObjectNode columns, String key, String dtype) {
        ObjectNode node = columns.putObject(key).put("dtype", dtype);
        node.putArray("shape").add(1);
        node.putNull("names");
    }
}
