package io.cradle.ingest;

import io.cradle.dataset.spec.InvalidSettingException;
import io.cradle.ingest.arrays.NpzFormat;
import io.cradle.ingest.assembly.StreamsConfig;
import io.cradle.ingest.assembly.TakeConfig;
import io.cradle.ingest.boxlcd.BoxLcdSource;
import io.cradle.ingest.csv.CsvSource;
import io.cradle.ingest.export.ExportedSources;
import io.cradle.ingest.hdf5.Hdf5Format;
import io.cradle.ingest.lerobot.LeRobotFormat;
import io.cradle.ingest.mcap.McapFormat;
import io.cradle.ingest.parquet.ParquetLogFormat;
import io.cradle.ingest.rlds.RldsFormat;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.video.VideoFormat;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out what a path holds. */
public final class EpisodeSources {
    private static final String UNDERSTOOD =
            "what is understood: datasets of LeRobot (a directory with meta/info.json), RLDS (tfrecord), MCAP, HDF5, npz, videos (mp4, mkv, webm, gif …), and logs as CSV or Parquet with a mapping of their columns ('ingest.csv' in the configuration); docs/ingest.md says more";

    private EpisodeSources() {}

    /** Kinds of files, by the endings of their names. */
    private enum Kind {
        RLDS,
        MCAP,
        HDF5,
        NPZ,
        CSV,
        PARQUET,
        VIDEO;

        /** Whether there is a file of it: a directory that can't be listed is of no kind. */
        boolean isAt(Path path) {
            return find(path).stream().anyMatch(recording -> !Files.isDirectory(recording.path()));
        }

        List<Recording> find(Path path) {
            return switch (this) {
                case RLDS -> RldsFormat.find(path);
                case MCAP -> RecordingFiles.find(path, ".mcap");
                case HDF5 -> RecordingFiles.find(path, Set.of(".hdf5", ".h5", ".hdf"));
                case NPZ -> RecordingFiles.find(path, ".npz");
                case CSV -> RecordingFiles.find(path, ".csv");
                case PARQUET -> RecordingFiles.find(path, ".parquet");
                case VIDEO -> VideoFormat.find(path);
            };
        }
    }

    /** The source of a path that {@code cradle export} wrote, which comes home as it was; empty for all else. */
    public static Optional<EpisodeSource> exported(Path path, IngestConfig config) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (LeRobotFormat.isAt(path)) {
            return ExportedSources.ofLeRobot(path, config.takes());
        }
        return kind(path)
                .filter(kind -> kind == Kind.NPZ)
                .flatMap(kind -> ExportedSources.ofNpz(kind.find(path), config.takes()));
    }

    /**
     * The format of a path whose recordings are takes; empty where it holds nothing of that kind, which {@link #detect} is for.
     *
     * @throws IllegalArgumentException if it holds more than one kind of files, or Parquet without a mapping
     * @throws io.cradle.dataset.episode.CorruptDataException if what the recordings say of themselves is broken
     */
    public static Optional<TakeFormat> format(Path path, IngestConfig config) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (LeRobotFormat.isAt(path)) {
            StreamsConfig streams = config.streams();
            return Optional.of(LeRobotFormat.of(path, streams.proprio(), streams.action()));
        }
        return kind(path).flatMap(kind -> format(kind, path, config));
    }

    /** How the takes of a path become episodes: as configured, and as the mapping of its columns says. */
    public static TakeConfig takes(Path path, IngestConfig config) {
        boolean mapped = !LeRobotFormat.isAt(path)
                && kind(path).filter(kind -> kind == Kind.PARQUET).isPresent();
        return mapped ? LogKeys.takesOfParquet(config) : config.takes();
    }

    private static Optional<TakeFormat> format(Kind kind, Path path, IngestConfig config) {
        List<Recording> files = kind.find(path);
        return switch (kind) {
            case RLDS -> Optional.of(RldsFormat.of(path, files));
            case MCAP ->
                Optional.of(McapFormat.of(
                        files, config.streams().proprio(), config.streams().action()));
            case HDF5 -> Optional.of(Hdf5Format.of(files));
            case VIDEO -> Optional.of(new VideoFormat(files));
            case PARQUET ->
                Optional.of(
                        ParquetLogFormat.of(path, files, mapped(path, config).csv()));
            case NPZ ->
                RecordingFiles.first(files, file -> NpzFormat.fits(file.path()))
                        ? Optional.of(NpzFormat.of(files))
                        : Optional.empty();
            case CSV -> Optional.empty();
        };
    }

    private static Optional<Kind> kind(Path path) {
        List<Kind> there =
                Stream.of(Kind.values()).filter(kind -> kind.isAt(path)).toList();
        if (there.size() > 1) {
            throw new IllegalArgumentException("Cannot ingest '%s': it holds %s; ingest each on its own"
                    .formatted(
                            path,
                            there.stream().map(kind -> example(kind, path)).collect(Collectors.joining(" and "))));
        }
        return there.stream().findFirst();
    }

    private static String example(Kind kind, Path path) {
        return "%s ('%s')"
                .formatted(
                        kind == Kind.NPZ ? "npz" : kind.name().replace("VIDEO", "video"),
                        kind.find(path).get(0).file());
    }

    /**
     * Looks at names alone, which takes no time.
     *
     * @throws IllegalArgumentException if the path holds nothing that is understood, or more than one kind, or logs without a mapping or with
     *     keys that don't hold for them
     */
    public static void requireUnderstood(Path path, IngestConfig config) {
        if (Files.exists(path) && LeRobotFormat.isAt(path)) {
            return;
        }
        Kind kind = requireKind(path);
        if (kind == Kind.CSV || kind == Kind.PARQUET) {
            mapped(path, config);
        }
    }

    private static Kind requireKind(Path path) {
        if (!Files.exists(path)) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': there is no such file or directory; check the path".formatted(path));
        }
        return kind(path)
                .orElseThrow(() -> new IllegalArgumentException(
                        "Cannot ingest '%s': it holds no recording; %s".formatted(path, UNDERSTOOD)));
    }

    /**
     * The source of a file, or of a directory with files of one kind, up to four directories down. Headers are read
     * here, so that what does not fit is found before any work is begun; a file that can't be read is left for later.
     *
     * @throws IllegalArgumentException if the path holds nothing that is understood, or more than one kind, or takes
     * @throws io.cradle.dataset.episode.CorruptDataException if no file can be read
     */
    public static EpisodeSource detect(Path path, IngestConfig config) {
        Kind kind = requireKind(path);
        return switch (kind) {
            case NPZ -> BoxLcdSource.of(kind.find(path), config.world());
            case CSV -> CsvSource.of(kind.find(path), mapped(path, config).csv(), config.world(), config.splits());
            case RLDS, MCAP, HDF5, PARQUET, VIDEO ->
                throw new IllegalArgumentException(
                        "Cannot ingest '%s' so: its recordings are takes; format() is for them".formatted(path));
        };
    }

    private static IngestConfig mapped(Path path, IngestConfig config) {
        Kind logs = kind(path).orElseThrow();
        if (config.csv().isEmpty()) {
            String kind = logs.name();
            throw new InvalidSettingException(
                    "Cannot ingest '%s': it holds %s, but 'ingest.csv' maps no column; give a mapping such as --conf conf/ingest/pendulum.yaml"
                            .formatted(
                                    path,
                                    kind.equals("CSV")
                                            ? kind
                                            : kind.charAt(0) + kind.substring(1).toLowerCase(Locale.ROOT)));
        }
        if (logs == Kind.CSV) {
            LogKeys.requireForCsv(config);
        } else {
            LogKeys.requireForParquet(config);
        }
        return config;
    }
}
