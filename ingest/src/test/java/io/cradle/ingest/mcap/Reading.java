package io.cradle.ingest.mcap;

import io.cradle.ingest.source.Finding;
import io.cradle.ingest.source.Recording;
import io.cradle.ingest.take.Take;
import io.cradle.ingest.take.Track;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What came of reading a file.
 *
 * @param takes none or one
 * @param findings in order
 */
record Reading(List<Take> takes, List<Finding> findings) {
    static Reading of(Path file) {
        Recording recording = new Recording(file.toString(), 0);
        List<Finding> findings = new ArrayList<>();
        List<Take> takes = McapFormat.of(List.of(recording))
                .takes(recording, findings::add)
                .toList();
        return new Reading(takes, findings);
    }

    Take take() {
        return takes.get(0);
    }

    Track track(String name) {
        return take().tracks().stream()
                .filter(track -> track.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<String> reasons() {
        return findings.stream().map(Finding::reason).toList();
    }

    /** All that tracks hold. */
    List<String> content() {
        return takes.stream()
                .flatMap(take -> take.tracks().stream())
                .map(track -> "%s %s %s %s".formatted(track.name(), track.role(), track.channels(), rows(track)))
                .toList();
    }

    static List<String> rows(Track track) {
        return IntStream.range(0, track.steps())
                .mapToObj(step -> track.time(step) + Arrays.toString(row(track, step)))
                .toList();
    }

    static float[] row(Track track, int step) {
        float[] row = new float[track.channels().size()];
        for (int channel = 0; channel < row.length; channel++) {
            row[channel] = track.value(step, channel);
        }
        return row;
    }
}
