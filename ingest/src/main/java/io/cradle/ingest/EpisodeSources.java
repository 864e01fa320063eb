package io.cradle.ingest;

import io.cradle.ingest.boxlcd.BoxLcdSource;
import io.cradle.ingest.csv.CsvSource;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds out what a path holds. */
public final class EpisodeSources {
    private static final String UNDERSTOOD =
            "what is understood: npz files of boxLCD's collectors (<World>/{train,test}/*.npz or <World>-<N>.npz), and CSV logs with a mapping of their columns ('ingest.csv' in the configuration)";

    private EpisodeSources() {}

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
