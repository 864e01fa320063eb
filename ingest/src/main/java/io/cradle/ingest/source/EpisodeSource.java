package io.cradle.ingest.source;

import io.cradle.dataset.episode.Episode;
import io.cradle.dataset.spec.Layout;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * A set of foreign recordings that become episodes of one layout. A small description that travels inside tasks: the
 * data is read where {@link #read} is called.
 *
 * <pre>{@code
 * parallelize(source.recordings()).flatMap(recording -> source.read(recording).iterator())
 * }</pre>
 */
public interface EpisodeSource extends Serializable {
    /** The layout of every episode of every recording. */
    Layout layout();

    /** The recordings, at least one, in order of path. */
    List<Recording> recordings();

    /**
     * Reads one recording, an episode at a time; at no time more than one episode is held. The stream closes its file
     * when it is exhausted or has failed; close it if it is left before that.
     *
     * @param recording one of {@link #recordings}
     * @throws io.cradle.dataset.episode.CorruptDataException here or while the stream is read, if the file does not
     *     hold what it should
     */
    default Stream<Episode> read(Recording recording) {
        return read(recording, Findings.STRICT);
    }

    /**
     * As {@link #read(Recording)}, but what concerns one episode alone is told to {@code findings}, and the others are
     * read all the same, where the format allows that.
     */
    Stream<Episode> read(Recording recording, Findings findings);
}
