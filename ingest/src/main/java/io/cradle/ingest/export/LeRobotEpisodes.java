package io.cradle.ingest.export;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.ingest.parquet.ParquetColumn;
import io.cradle.ingest.parquet.ParquetColumn.Kind;
import io.cradle.ingest.parquet.ParquetCursor;
import io.cradle.ingest.parquet.ParquetRows;
import io.cradle.ingest.source.EpisodeReader;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Goes through a file of data that {@link LeRobotWriter} wrote, episode by episode. */
final class LeRobotEpisodes implements EpisodeReader {
    private static final String INDEX = "episode_index";

    private final LeRobotExport export;
    private final Recording recording;
    private final Homecoming home;
    private final Findings findings;
    private final Map<Long, Entry> entries;
    private final ParquetRows rows;
    private final ParquetCursor cursor;
    private boolean more;

    /**
     * What the list of episodes says of one.
     *
     * @param length steps that it should have
     */
    private record Entry(long length, EpisodeNote note) {}

    private LeRobotEpisodes(
            LeRobotExport export, Recording recording, Homecoming home, Findings findings, ParquetRows rows) {
        this.export = export;
        this.recording = recording;
        this.home = home;
        this.findings = findings;
        this.entries = entries(Path.of(export.root()).resolve("meta").resolve("episodes"));
        this.rows = rows;
        this.cursor = rows.read(
                Stream.concat(Stream.of(INDEX), export.features().stream().map(feature -> kinded(rows, feature)))
                        .toList());
        this.more = cursor.next();
    }

    static LeRobotEpisodes of(LeRobotExport export, Recording recording, Homecoming home, Findings findings) {
        ParquetRows rows = ParquetRows.open(recording.path());
        boolean opened = false;
        try {
            LeRobotEpisodes episodes = new LeRobotEpisodes(export, recording, home, findings, rows);
            opened = true;
            return episodes;
        } finally {
            if (!opened) {
                rows.close();
            }
        }
    }

    /** The name of a feature's column, once it is found to be of the kind that is wanted. */
    private static String kinded(ParquetRows rows, Feature feature) {
        ParquetColumn column = rows.column(feature.key());
        boolean list = feature.spec().elements() > 1;
        if (list ? column.kind() != Kind.NUMBERS : !column.kind().isNumber()) {
            throw new CorruptDataException(
                    rows.path().toString(),
                    "column '%s' is %s, info.json says %d numbers a row; export it again"
                            .formatted(
                                    feature.key(),
                                    column.stored(),
                                    feature.spec().elements()));
        }
        return feature.key();
    }

    private static Map<Long, Entry> entries(Path directory) {
        Map<Long, Entry> entries = new HashMap<>();
        List<Recording> files = Files.isDirectory(directory) ? RecordingFiles.find(directory, ".parquet") : List.of();
        for (Recording file : files) {
            try (ParquetRows rows = ParquetRows.open(file.path())) {
                ParquetCursor cursor = rows.read(List.of(INDEX, "length", LeRobotExport.NOTE));
                while (cursor.next()) {
                    EpisodeNote note = EpisodeNote.read(BoundedJson.read(file.file(), cursor.text(2)));
                    entries.put(cursor.integer(0), new Entry(cursor.integer(1), note));
                }
            } catch (IllegalArgumentException nonsense) {
                throw new CorruptDataException(
                        file.file(),
                        "column '%s': %s; export it again".formatted(LeRobotExport.NOTE, nonsense.getMessage()),
                        nonsense);
            }
        }
        return entries;
    }

    @Override
    public Optional<Episode> next() {
        Optional<Episode> next = Optional.empty();
        while (more && next.isEmpty()) {
            next = episode();
        }
        return next;
    }

    private Optional<Episode> episode() {
        long index = cursor.integer(0);
        List<TensorBuilder> tensors = builders();
        long length = 0;
        Optional<Finding> fault = Optional.empty();
        while (more && cursor.integer(0) == index) {
            if (fault.isEmpty()) {
                fault = row(index, length, tensors);
            }
            length++;
            more = cursor.next();
        }
        long steps = length;
        return fault.or(() -> contradiction(index, steps)).map(this::told).orElseGet(() -> home(index, tensors));
    }

    private List<TensorBuilder> builders() {
        List<TensorBuilder> builders = new ArrayList<>();
        export.features().forEach(feature -> builders.add(new TensorBuilder(feature.spec(), builders.size() + 1)));
        return builders;
    }

    private Optional<Finding> row(long index, long row, List<TensorBuilder> tensors) {
        try {
            tensors.forEach(tensor -> tensor.add(cursor));
            return Optional.empty();
        } catch (IllegalArgumentException wrong) {
            return Optional.of(
                    refused(index, "row %d: %s; export it again, or mend it".formatted(row, wrong.getMessage())));
        }
    }

    private Optional<Finding> contradiction(long index, long length) {
        Entry entry = entries.get(index);
        if (entry == null) {
            return Optional.of(refused(index, "meta/episodes doesn't name it; copy all of meta"));
        }
        return entry.length() == length
                ? Optional.empty()
                : Optional.of(refused(
                        index,
                        "it has %d rows, meta/episodes says %d; copy the file again or mend the metadata"
                                .formatted(length, entry.length())));
    }

    private Finding refused(long index, String detail) {
        return Finding.refused(recording.file(), NpzWriter.name(index), "metadata contradict", detail);
    }

    private Optional<Episode> told(Finding fault) {
        findings.add(fault);
        return Optional.empty();
    }

    private Optional<Episode> home(long index, List<TensorBuilder> tensors) {
        Homecoming.Place place = new Homecoming.Place(
                recording.file(), NpzWriter.name(index), index, export.splits().of(index));
        return Optional.of(home.episode(
                tensors.stream().map(TensorBuilder::build).toList(),
                place,
                entries.get(index).note(),
                findings));
    }

    @Override
    public void close() {
        rows.close();
    }
}
