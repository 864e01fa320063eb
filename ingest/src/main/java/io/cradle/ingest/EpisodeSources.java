package io.cradle.ingest;

import io.cradle.ingest.boxlcd.BoxLcdSource;
import io.cradle.ingest.csv.CsvSource;
import io.cradle.ingest.lerobot.LeRobotFormat;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.video.VideoFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Finds out what a path holds. */
public final class EpisodeSources {
    private static final String UNDERSTOOD =
            "what is understood: datasets of LeRobot (a directory with meta/info.json), videos (mp4, mkv, webm, gif …), npz files of boxLCD's collectors (<World>/{train,test}/*.npz or <World>-<N>.npz), and CSV logs with a mapping of their columns ('ingest.csv' in the configuration); docs/ingest.md says more";

    private EpisodeSources() {}

    /**
     * The format of a path whose recordings are takes; empty where it holds none, or others.
     *
     * @throws io.cradle.dataset.episode.CorruptDataException if what the recordings say of themselves is broken
     */
    public static Optional<TakeFormat> format(Path path) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (LeRobotFormat.isAt(path)) {
            return Optional.of(LeRobotFormat.of(path));
        }
        List<Recording> videos = VideoFormat.find(path);
        return videos.isEmpty() ? Optional.empty() : Optional.of(new VideoFormat(videos));
    }

    /**
     * The source of a file, or of a directory with files of one kind, up to four directories down. The headers of all
     * files are read and compared here, so that what does not fit is found before any work is begun.
     *
     * @throws IllegalArgumentException if the path holds nothing that is understood, or more than one kind
     * @throws io.cradle.dataset.episode.CorruptDataException if the header of a file is broken
     */
    public static EpisodeSource detect(Path path, IngestConfig config) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': there is no such file or directory; check the path".formatted(path));
        }
        List<Recording> npz = RecordingFiles.find(path, ".npz");
        List<Recording> csv = RecordingFiles.find(path, ".csv");
        if (!npz.isEmpty() && !csv.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds both npz and CSV ('%s', '%s'); ingest each on its own"
                            .formatted(path, npz.get(0).file(), csv.get(0).file()));
        }
        if (npz.isEmpty() && csv.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds no recording; %s".formatted(path, UNDERSTOOD));
        }
        return csv.isEmpty() ? BoxLcdSource.of(npz, config.world()) : csv(path, csv, config);
    }

    private static EpisodeSource csv(Path path, List<Recording> files, IngestConfig config) {
        if (config.csv().isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds CSV, but 'ingest.csv' maps no column; give a mapping such as --conf conf/ingest/pendulum.yaml"
                            .formatted(path));
        }
        return CsvSource.of(files, config.csv(), config.world());
    }
}
