package io.cradle.ingest.video;

import io.cradle.dataset.episode.CorruptDataException;
import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.TakeFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Video files without numbers: each is a take with one film, named {@code video}, and no action. A file's directory declares its
 * split where it is called {@code train}, {@code val} or {@code test}.
 *
 * @param recordings one a file, at least one
 */
public record VideoFormat(List<Recording> recordings) implements TakeFormat {
    /** Endings of names of files that are taken for video. */
    public static final Set<String> ENDINGS =
            Set.of(".mp4", ".m4v", ".mov", ".mkv", ".webm", ".avi", ".gif", ".mpg", ".mpeg", ".ts");

    private static final String FILM = "video";

    public VideoFormat {
        recordings = List.copyOf(recordings);
    }

    /** The video files of a directory, or the one that a path names; there may be none. */
    public static List<Recording> find(Path path) {
        return RecordingFiles.find(path, ENDINGS);
    }

    @Override
    public String name() {
        return "video 1";
    }

    @Override
    public Stream<Take> takes(Recording recording, Findings findings) {
        Path file = recording.path();
        String name = file.getFileName().toString();
        VideoFile film = VideoFile.whole(FILM, file);
        try {
            return Stream.of(new Take(
                    recording.file(),
                    name,
                    RecordingFiles.digest(file),
                    0,
                    List.of(),
                    List.of(film),
                    film.facts().rate(),
                    RecordingFiles.declaredSplit(file)));
        } catch (CorruptDataException broken) {
            findings.add(Finding.refused(recording.file(), name, "cannot be decoded", broken.getMessage()));
            return Stream.empty();
        }
    }
}
