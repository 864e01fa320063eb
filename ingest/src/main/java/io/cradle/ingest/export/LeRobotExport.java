package io.cradle.ingest.export;

import com.fasterxml.jackson.databind.JsonNode;
import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.lerobot.SplitRanges;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What {@link LeRobotWriter} wrote.
 *
 * @param root directory of the dataset
 * @param features the columns that say what tensors they hold, in order of the layout
 * @param splits what the dataset declares
 * @param recordings its files of data, at least one
 */
record LeRobotExport(
        String root, List<Feature> features, SplitRanges splits, List<Recording> recordings, TakeConfig config)
        implements EpisodeSource {
    /** Where features say what tensors they hold, and a list of episodes where each came from. */
    static final String NOTE = "cradle";

    private static final String FORMAT = "cradle-lerobot 1";

    LeRobotExport {
        features = List.copyOf(features);
        recordings = List.copyOf(recordings);
    }

    /**
     * The dataset at a path, if some of its columns say what tensors they hold.
     *
     * @param root of a dataset of LeRobot
     */
    static Optional<LeRobotExport> at(Path root, TakeConfig config) {
        Path file = root.toAbsolutePath().normalize().resolve("meta").resolve("info.json");
        JsonNode info = BoundedJson.read(file);
        List<Feature> features = features(file, info);
        if (features.isEmpty() || !info.path("codebase_version").asText().equals("v3.0")) {
            return Optional.empty();
        }
        Path data = root.toAbsolutePath().normalize().resolve("data");
        List<Recording> recordings = Files.isDirectory(data) ? RecordingFiles.find(data, ".parquet") : List.of();
        if (recordings.isEmpty()) {
            throw new CorruptDataException(data.toString(), "it holds no Parquet file; copy the whole dataset");
        }
        return Optional.of(new LeRobotExport(
                root.toAbsolutePath().normalize().toString(),
                features,
                SplitRanges.of(info.path("splits")),
                recordings,
                config));
    }

    private static List<Feature> features(Path file, JsonNode info) {
        Map<Integer, Feature> features = new TreeMap<>();
        try {
            info.path("features").fields().forEachRemaining(entry -> {
                JsonNode note = entry.getValue().path(NOTE);
                if (note.isObject()) {
                    Feature told = new Feature(entry.getKey(), SpecJson.read(note));
                    if (features.put(note.path("place").asInt(), told) != null) {
                        throw new IllegalArgumentException("Two features have one place");
                    }
                }
            });
            if (!features.isEmpty()) {
                new Layout(features.values().stream().map(Feature::spec).toList()); // finds what stands twice
            }
            return new ArrayList<>(features.values());
        } catch (IllegalArgumentException nonsense) {
            throw new CorruptDataException(
                    file.toString(),
                    "what its features say under '%s' is no tensor: %s; export it again, or remove these keys to have it read as any other dataset"
                            .formatted(NOTE, nonsense.getMessage()),
                    nonsense);
        }
    }

    @Override
    public Layout layout() {
        return new Layout(features.stream().map(Feature::spec).toList());
    }

    @Override
    public Stream<Episode> read(Recording recording, Findings findings) {
        return LeRobotEpisodes.of(this, recording, new Homecoming(FORMAT, config), findings).stream();
    }
}
