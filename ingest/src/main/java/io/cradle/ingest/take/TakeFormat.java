package io.cradle.ingest.take;

import io.cradle.ingest.source.Findings;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.source.RecordingFiles;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** Reads one kind of recordings. A small description that travels inside tasks. */
public interface TakeFormat extends Serializable {
    /** Name of the format and version of its reader, such as {@code lerobot-v3.0 1}; a part of an episode's identity. */
    String name();

    /** Name of the robot in a recording, as far as the source tells: that of the file's directory otherwise. */
    default String world(Recording recording) {
        return RecordingFiles.directory(recording.path());
    }

    /** What can be read apart from each other, at least one, in order of path. */
    List<Recording> recordings();

    /**
     * Reads a recording, one take at a time. Numbers are read, films are not decoded. Close the stream if it is left before
     * its end.
     *
     * @param recording one of {@link #recordings}
     * @param findings is told of takes that cannot be read, and of what is missing
     * @throws io.cradle.dataset.episode.CorruptDataException here or while the stream is read, if nothing more of the
     *     recording can be read
     */
    Stream<Take> takes(Recording recording, Findings findings);

    /**
     * The same takes, to look at and not to keep: each stream has its least and greatest numbers, its units and its pace, but perhaps not all of
     * its rows, and the identity may be empty. For formats that know these without reading all.
     */
    default Stream<Take> outlines(Recording recording, Findings findings) {
        return takes(recording, findings);
    }
}
