package io.cradle.ingest.lerobot;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.parquet.ParquetColumn;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Role;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeReader;
import io.cradle.ingest.take.Task;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through a file of data, episode by episode. */
final class LeRobotTakes implements TakeReader {
    private static final List<String> KEYS = List.of("episode_index", "timestamp");

    private final Recording recording;
    private final Info info;
    private final Findings findings;
    private final Map<Long, EpisodeEntry> entries;
    private final String digest;
    private final Films films;
    private final ParquetRows rows;
    private final List<Feature> features;
    private final List<String> pictures;
    private final List<Boolean> lists;
    private final ParquetCursor cursor;
    private boolean more;

    private LeRobotTakes(Path root, Info info, Recording recording, Findings findings, ParquetRows rows) {
        this.recording = recording;
        this.info = info;
        this.findings = findings;
        this.entries = EpisodeList.read(root, info);
        this.digest = RecordingFiles.digest(recording.path());
        this.films = new Films(root, info, findings);
        this.rows = rows;
        List<String> numeric = rows.names(ParquetColumn.Kind::isNumeric);
        this.features = info.features().stream()
                .filter(feature -> feature.isNumbers() && numeric.contains(feature.name()))
                .toList();
        List<String> bytes = rows.names(ParquetColumn.Kind.BYTES::equals);
        this.pictures = info.features().stream()
                .filter(feature -> feature.isPicture() && bytes.contains(feature.name()))
                .map(Feature::name)
                .toList();
        this.lists = features.stream()
                .map(feature -> !rows.column(feature.name()).kind().isNumber())
                .toList();
        this.cursor = rows.read(Stream.concat(KEYS.stream(), features.stream().map(Feature::name))
                .toList());
        this.more = cursor.next();
    }

    static LeRobotTakes of(Path root, Info info, Recording recording, Findings findings) {
        ParquetRows rows = ParquetRows.open(recording.path());
        boolean opened = false;
        try {
            LeRobotTakes takes = new LeRobotTakes(root, info, recording, findings, rows);
            opened = true;
            return takes;
        } finally {
            if (!opened) {
                rows.close();
            }
        }
    }

    @Override
    public Optional<Take> next() {
        Optional<Take> next = Optional.empty();
        while (more && next.isEmpty()) {
            next = episode();
        }
        return next;
    }

    @Override
    public void close() {
        rows.close();
    }

    private Optional<Take> episode() {
        long index = cursor.integer(0);
        long first = cursor.row();
        List<Track.Builder> tracks = features.stream()
                .map(feature -> Track.named(feature.name(), role(feature), feature.names()))
                .toList();
        int length = 0;
        Optional<Finding> fault = Optional.empty();
        while (more && cursor.integer(0) == index) {
            if (fault.isEmpty()) {
                fault = row(index, length, tracks);
            }
            length++;
            more = cursor.next();
        }
        int steps = length;
        return fault.or(() -> contradiction(index, steps))
                .map(this::told)
                .orElseGet(() -> take(index, tracks, first, steps));
    }

    private Optional<Take> told(Finding fault) {
        findings.add(fault);
        return Optional.empty();
    }

    private Optional<Finding> row(long index, int row, List<Track.Builder> tracks) {
        long time = Math.round(cursor.number(1) * 1e9);
        for (int i = 0; i < features.size(); i++) {
            Feature feature = features.get(i);
            float[] values = values(i + KEYS.size());
            if (values.length != feature.names().size()) {
                return Optional.of(refused(
                        index,
                        "metadata contradict",
                        "row %d of '%s' has %d numbers, info.json says shape %s; mend one of them"
                                .formatted(row, feature.name(), values.length, feature.shape())));
            }
            tracks.get(i).add(time, values);
        }
        return Optional.empty();
    }

    private float[] values(int column) {
        if (!lists.get(column - KEYS.size())) {
            return new float[] {(float) cursor.number(column)};
        }
        return cursor.isNull(column) ? new float[0] : cursor.list(column);
    }

    private Optional<Finding> contradiction(long index, int length) {
        EpisodeEntry entry = entries.get(index);
        if (entry == null) {
            return Optional.of(refused(
                    index,
                    "metadata contradict",
                    "meta/episodes doesn't name it; finalize() the dataset again, or copy all of meta"));
        }
        return entry.length() == length
                ? Optional.empty()
                : Optional.of(refused(
                        index,
                        "metadata contradict",
                        "it has %d rows, meta/episodes says %s; copy the file again or mend the metadata"
                                .formatted(length, entry.length() < 0 ? "no number as its length" : entry.length())));
    }

    private Optional<Take> take(long index, List<Track.Builder> tracks, long first, int steps) {
        EpisodeEntry entry = entries.get(index);
        try {
            List<Film> shown = new ArrayList<>(films.of(entry, name(index)));
            pictures.forEach(name -> shown.add(new RowFilm(name, recording.path(), first, steps)));
            return Optional.of(new Take(
                    recording.file(),
                    name(index),
                    Digests.sha256("%s %d %s".formatted(digest, index, films.digest(entry))),
                    index,
                    tracks.stream().map(Track.Builder::build).toList(),
                    shown,
                    info.rate(),
                    info.splits().of(index),
                    Task.of(entry.tasks())));
        } catch (CorruptDataException broken) {
            return told(refused(index, "cannot be decoded", broken.getMessage()));
        }
    }

    private Finding refused(long index, String reason, String detail) {
        return Finding.refused(recording.file(), name(index), reason, detail);
    }

    private static String name(long index) {
        return "episode_%06d".formatted(index);
    }

    private static Role role(Feature feature) {
        return switch (feature.name()) {
            case LeRobotFormat.ACTION -> Role.ACTION;
            case LeRobotFormat.STATE -> Role.PROPRIO;
            default -> Role.OTHER;
        };
    }
}
