package io.cradle.ingest.csv;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import io.cradle.ingest.align.Stamps;
import io.cradle.ingest.assembly.Magnitude;
import io.cradle.ingest.assembly.Pace;
import io.cradle.ingest.assembly.SplitsConfig;
import io.cradle.ingest.source.EpisodeSource;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Logs of sensors as CSV. A file is held in memory while it is read, at most five million rows; its episodes are made one
 * after the other.
 *
 * @param recordings one a file, at least one
 * @param mapping how columns become tensors
 * @param world name of the robot, or blank for that of the file's directory
 * @param splits what is held out, by name of the file
 * @param pace how far apart the first rows of some files lie
 */
public record CsvSource(List<Recording> recordings, CsvMapping mapping, String world, SplitsConfig splits, Pace pace)
        implements EpisodeSource {
    private static final int MOST_STEPS = 5_000_000;
    private static final int ASKED = 100;

    public CsvSource {
        recordings = List.copyOf(recordings);
    }

    /**
     * Checks that the mapping fits at least one file, before any work is begun. What can't be read beside it is left out
     * when its turn comes.
     *
     * @throws CorruptDataException what keeps the first file out, if it fits none
     */
    public static CsvSource of(List<Recording> recordings, CsvMapping mapping, String world, SplitsConfig splits) {
        splits.requireAmong(recordings.stream()
                .map(recording -> recording.path().getFileName().toString())
                .toList());
        RecordingFiles.first(recordings, recording -> fitting(recording, mapping));
        return new CsvSource(recordings, mapping, world, splits, pace(recordings, mapping));
    }

    /** Of a hundred files at most, for of thousands the first rows alone take minutes. */
    private static Pace pace(List<Recording> recordings, CsvMapping mapping) {
        int stride = (recordings.size() - 1) / ASKED + 1;
        Magnitude periods = IntStream.iterate(0, i -> i < recordings.size(), i -> i + stride)
                .mapToObj(i -> CsvLogReader.head(recordings.get(i).path(), mapping))
                .filter(head -> head.rows() > 1)
                .map(head -> Magnitude.of(Stamps.of(head.times()).median()))
                .reduce(Magnitude.UNKNOWN, Magnitude::with);
        return new Pace(periods, mapping.resample().keeps() ? "ingest.csv.resample.rate" : "");
    }

    private static Recording fitting(Recording recording, CsvMapping mapping) {
        CsvLogReader.check(recording.path(), mapping);
        return recording;
    }

    @Override
    public Layout layout() {
        return mapping.layout();
    }

    @Override
    public Stream<Episode> read(Recording recording, Findings findings) {
        Path file = recording.path();
        CsvLog log = CsvLogReader.read(file, mapping);
        tell(recording, Stamps.of(log.times()), findings);
        CsvEpisodes episodes = new CsvEpisodes(
                mapping,
                world.isBlank() ? RecordingFiles.directory(file) : world,
                RecordingFiles.digest(file),
                splits.of(file.getFileName().toString(), RecordingFiles.declaredSplit(file)));
        return episodes.cut(mapping.resample().keeps() ? log : resampled(file, log));
    }

    private void tell(Recording recording, Stamps stamps, Findings findings) {
        if (!stamps.gaps().isEmpty()) {
            String bridged = mapping.resample().bridged();
            findings.add(noticed(
                    recording, "gap", "the log has %s; what lies in them is %s".formatted(stamps.late(), bridged)));
        }
        pace.odd(stamps.median(), "the log")
                .ifPresent(odd -> findings.add(noticed(recording, odd.reason(), odd.detail())));
    }

    private static Finding noticed(Recording recording, String reason, String detail) {
        return Finding.noticed(recording.file(), "", reason, detail);
    }

    private CsvLog resampled(Path file, CsvLog log) {
        Resampler resampler = new Resampler(log, mapping.columns(), mapping.resample());
        if (resampler.steps() > MOST_STEPS) {
            throw new CorruptDataException(
                    file.toString(),
                    "at %s Hz it takes %d steps, more than %d; mend 'ingest.csv.time.unit' or 'ingest.csv.resample.rate'"
                            .formatted(mapping.resample().rate(), resampler.steps(), MOST_STEPS));
        }
        return resampler.resampled();
    }
}
