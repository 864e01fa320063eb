package io.cradle.ingest.hdf5;

import io.cradle.dataset.episode.Split;
import io.cradle.dataset.spec.Digests;
import io.cradle.ingest.source.RecordingFiles;
import io.cradle.ingest.take.Film;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the takes of one file come from. A take is identified by the content of its file and its name in it, as pictures
 * are not read when it is handed out.
 *
 * @param file the file
 * @param digest SHA-256 of the file
 * @param declared the split that the file's directory declares
 */
record Origin(Path file, String digest, Optional<Split> declared) {
    /** Reads the digest off the file. */
    static Origin of(Path file) {
        return new Origin(file, RecordingFiles.digest(file), RecordingFiles.declaredSplit(file));
    }

    /** A take of the file. */
    Take take(String name, long index, List<Track> tracks, List<Film> films, double rate, Optional<Split> split) {
        String identity = Digests.sha256("hdf5\n" + digest + "\n" + name);
        return new Take(file.toString(), name, identity, index, tracks, films, rate, split.or(() -> declared));
    }
}
