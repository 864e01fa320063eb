package io.cradle.ingest.parquet;

import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.csv.CsvMapping;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logs of sensors as Parquet, one file one take. The mapping is that of CSV: which columns belong to which tensor, in which
 * unit, and which holds the time; a tensor becomes a stream of its name, {@code proprio} and {@code action} with their roles.
 * Its {@code delimiter} says nothing here, its {@code interpolation} what stands between two rows; {@code resample} and {@code episodeSteps} may not
 * be set: what is done with takes is done to those of all formats.
 *
 * <p>A null is a value that was not measured: the row is left out of the streams that need it, stays in the others, and is
 * counted in a finding. NaN and infinities are what the logger wrote, and stay.
 *
 * @param root the folder, by which takes are named
 * @param recordings one a file, at least one
 * @param mapping how columns become streams
 */
public record ParquetLogFormat(String root, List<Recording> recordings, CsvMapping mapping) implements TakeFormat {
    private static final int DIGEST_LETTERS = 12;

    public ParquetLogFormat {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds no .parquet file; check the path".formatted(root));
        }
        if (mapping.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds Parquet, but 'ingest.csv' maps no column; give a mapping such as --conf conf/ingest/pendulum.yaml"
                            .formatted(root));
        }
    }

    /** The logs at a path, up to four directories down; see {@link #of(Path, List, CsvMapping)}. */
    public static ParquetLogFormat of(Path root, CsvMapping mapping) {
        return of(root, RecordingFiles.find(root, ".parquet"), mapping);
    }

    /**
     * Some logs of the folder at a path. At least one must fit the mapping, which is found before any work is
     * begun; what is broken beside it is left out when its turn comes.
     */
    public static ParquetLogFormat of(Path root, List<Recording> recordings, CsvMapping mapping) {
        ParquetLogFormat format =
                new ParquetLogFormat(root.toAbsolutePath().normalize().toString(), recordings, mapping);
        RecordingFiles.first(recordings, recording -> fitting(recording, mapping));
        return format;
    }

    private static Recording fitting(Recording recording, CsvMapping mapping) {
        try (ParquetRows file = ParquetRows.open(recording.path())) {
            ParquetLog.check(file, mapping);
            return recording;
        }
    }

    @Override
    public String name() {
        return "parquet-log 1 mapping " + Digests.sha256(mapping.toString()).substring(0, DIGEST_LETTERS);
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        try (ParquetRows file = ParquetRows.open(recording.path())) {
            List<Track> tracks = new ParquetLog(file, mapping, findings).read();
            return tracks.isEmpty() ? Stream.empty() : Stream.of(take(recording, tracks));
        }
    }

    /** From the footer, where it tells. */
    @Override
    public Stream<Take> outlines(Recording recording, Findings findings) {
        Optional<List<Track>> outline;
        try (ParquetRows file = ParquetRows.open(recording.path())) {
            ParquetLog.check(file, mapping);
            outline = new LogOutline(file, mapping).tracks();
        } catch (ParquetLog.Refused refused) {
            outline = Optional.empty(); // reading tells why
        }
        return outline.map(tracks -> Stream.of(take(recording, tracks, "")))
                .orElseGet(() -> takes(recording, findings));
    }

    private Take take(Recording recording, List<Track> tracks) {
        return take(recording, tracks, RecordingFiles.digest(recording.path()));
    }

    private Take take(Recording recording, List<Track> tracks, String identity) {
        Path file = recording.path().toAbsolutePath().normalize();
        String label = Path.of(root).relativize(file).toString();
        return new Take(
                recording.file(),
                label.isEmpty() ? String.valueOf(file.getFileName()) : label,
                identity,
                0,
                tracks,
                List.of(),
                0,
                RecordingFiles.declaredSplit(file));
    }
}
