package io.cradle.ingest.rlds;

import io.cradle.dataset.episode.Split;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Datasets of TensorFlow Datasets that follow RLDS. Numbers of an observation become tracks {@code observation/<key>} of role
 * PROPRIO, {@code action} or {@code action/<key>} those of role ACTION, other numbers of a step (such as {@code reward})
 * those of role OTHER; pictures become films {@code observation/<key>}. Texts are left out. The action of a
 * step that is flagged as the last means nothing, so the tracks of role ACTION end a row early.
 *
 * <p>RLDS has no stamps. Steps are spaced by the rate that {@code dataset_info.json} or {@code metadata.json} gives ({@code
 * fps}, {@code rate}, {@code frequency}, {@code control_frequency}, {@code control_freq}, {@code control_hz}); without any,
 * rows are 1 s apart and the take's rate is 0, which is noticed: {@code ingest.rowRate} declares it.
 *
 * <p>A file's name declares a split where the dataset has more than one, and where each of them is known ({@code train},
 * {@code val}, {@code valid}, {@code validation}, {@code test}).
 *
 * @param root the dataset, by which takes are named
 * @param recordings one a file
 */
public record RldsFormat(String root, List<Recording> recordings) implements TakeFormat {
    public RldsFormat {
        recordings = List.copyOf(recordings);
        if (recordings.isEmpty()) {
            throw new IllegalArgumentException(
                    "Cannot ingest '%s': it holds no file of records; give a directory with <name>-<split>.tfrecord-00000-of-00001 or *.tfrecord"
                            .formatted(root));
        }
    }

    /** The dataset at a path: a file of records, or a directory with some, up to four directories down. */
    public static RldsFormat of(Path root) {
        return of(root, find(root));
    }

    /** Some files of the dataset at a path. */
    public static RldsFormat of(Path root, List<Recording> recordings) {
        return new RldsFormat(root.toAbsolutePath().normalize().toString(), recordings);
    }

    /** The files of records at a path, in order of path. */
    public static List<Recording> find(Path root) {
        return RecordingFiles.find(root, file -> RldsName.of(file).isPresent());
    }

    @Override
    public String name() {
        return "rlds 1";
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        RldsSource source = new RldsSource(
                recording.file(),
                label(recording.path()),
                RldsMetadata.read(
                        Objects.requireNonNull(recording.path().toAbsolutePath().getParent())),
                declared(recording.path()));
        TfrecordReader records = TfrecordReader.open(recording.path(), findings);
        if (source.metadata().rate() == 0) {
            findings.add(rateUnknown(recording));
        }
        return new RldsTakes(source, records, findings).stream();
    }

    private static Finding rateUnknown(Recording recording) {
        return Finding.noticed(
                recording.file(),
                "",
                "rate unknown",
                "no JSON beside the file gives a rate, so rows are stamped one a second; write {\"fps\": …} into metadata.json there, or declare it by ingest.rowRate");
    }

    private String label(Path file) {
        Path relative = Path.of(root).relativize(file.toAbsolutePath().normalize());
        return relative.toString().isEmpty() ? String.valueOf(file.getFileName()) : relative.toString();
    }

    private Optional<Split> declared(Path file) {
        List<Optional<Split>> splits = recordings.stream()
                .map(recording -> RldsName.of(recording.path()).flatMap(RldsName::declared))
                .distinct()
                .toList();
        return splits.size() > 1 && !splits.contains(Optional.<Split>empty())
                ? RldsName.of(file).flatMap(RldsName::declared)
                : Optional.empty();
    }
}
